import Button from "@atlaskit/button/new";
import Textfield from "@atlaskit/textfield";
import { type FormEvent, useEffect, useState } from "react";
import { wordOf } from "../../badge/badge-view";
import type { Translate } from "../../badge/translate";
import { type LinearAccount, sendMessage } from "../../messaging/extension-protocol";
import { Message, type Note } from "./message";

/** Keeps the person's Linear API key, once Linear has accepted it. The key itself is never shown again. */
export function LinearSection({ t }: { t: Translate }) {
  const [account, setAccount] = useState<LinearAccount | null>(null);
  const [key, setKey] = useState("");
  const [note, setNote] = useState<Note | null>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    await act().catch((error) => setNote({ kind: "error", text: t("optionsFailed", String(error)) }));
    setBusy(false);
  };
  const showAccount = (it: LinearAccount | null) => {
    setAccount(it);
    setNote(it && { kind: "success", text: t("optionsKeySaved", it.person, it.organization) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(
    () => void attempt(async () => showAccount(await sendMessage("readLinearAccount", undefined))),
    [],
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setNote({ kind: "information", text: t("optionsChecking") });
    void attempt(async () => {
      const outcome = await sendMessage("saveLinearKey", key);
      if ("refusal" in outcome) {
        setNote({ kind: "error", text: t(`optionsKey_${wordOf(outcome.refusal)}`) });
        return;
      }
      setKey("");
      showAccount(outcome.account);
    });
  }
  const forget = () =>
    void attempt(async () => {
      await sendMessage("forgetLinearKey", undefined);
      showAccount(null);
    });

  return (
    <section aria-labelledby="linear">
      <h2 id="linear">{t("optionsLinear")}</h2>
      <p>{t("optionsLinearHelp")}</p>
      <form onSubmit={submit} className="row">
        <label htmlFor="linear-key">{t("optionsLinearKey")}</label>
        <Textfield
          id="linear-key"
          type="password"
          value={key}
          autoComplete="off"
          onChange={(event) => setKey((event.target as HTMLInputElement).value)}
        />
        <Button type="submit" appearance="primary" isDisabled={busy}>
          {t("optionsSaveKey")}
        </Button>
        {account && <Button onClick={forget}>{t("optionsForgetKey")}</Button>}
      </form>
      <Message note={note} />
    </section>
  );
}
