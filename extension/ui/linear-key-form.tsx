import Button from "@atlaskit/button/new";
import Textfield from "@atlaskit/textfield";
import { type FormEvent, useEffect, useState } from "react";
import type { Translate } from "../../shared/ui/translate";
import { wordOf } from "../../shared/ui/word-of";
import { type LinearAccount, sendMessage } from "../messaging/extension-protocol";
import { linearKeysPage } from "../trackers/linear/keys-page";
import { Message, type Note } from "./message";
import { useAttempt } from "./use-attempt";

/** Keeps the person's Linear API key, once Linear has accepted it. The key itself is never shown again. */
export function LinearKeyForm({ t, onSaved }: { t: Translate; onSaved?: () => void }) {
  const [account, setAccount] = useState<LinearAccount | null>(null);
  const [key, setKey] = useState("");
  const { note, busy, attempt, say } = useAttempt(t);

  const saved: Note | null = account && {
    kind: "success",
    text: t("optionsKeySaved", account.person, account.organization),
  };
  const show = (it: LinearAccount | null): null => {
    setAccount(it);
    return null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the page opens
  useEffect(() => void attempt(async () => show(await sendMessage("readLinearAccount", undefined))), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    say({ kind: "information", text: t("optionsChecking") });
    void attempt(async () => {
      const outcome = await sendMessage("saveLinearKey", key);
      if ("refusal" in outcome) return { kind: "error", text: t(`optionsKey_${wordOf(outcome.refusal)}`) };
      setKey("");
      onSaved?.();
      return show(outcome.account);
    });
  }
  const forget = () =>
    void attempt(async () => {
      await sendMessage("forgetLinearKey", undefined);
      return show(null);
    });

  return (
    <>
      <p className="quiet">
        {t("optionsLinearHelp")}{" "}
        <a href={linearKeysPage} target="_blank" rel="noreferrer">
          {t("optionsLinearKeysPage")}
        </a>
      </p>
      <form onSubmit={submit} className="row" noValidate>
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
      <Message note={note ?? saved} />
    </>
  );
}
