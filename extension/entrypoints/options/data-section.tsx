import Button from "@atlaskit/button/new";
import { useState } from "react";
import { saveFile } from "../../../shared/ui/save-file";
import type { Translate } from "../../../shared/ui/translate";
import { sendMessage } from "../../messaging/extension-protocol";
import { Message } from "../../ui/message";
import { useAttempt } from "../../ui/use-attempt";

/** Hands out all that is kept in this browser, and forgets it once the person has said so twice. */
export function DataSection({ t }: { t: Translate }) {
  const [asking, setAsking] = useState(false);
  const { note, busy, attempt, say } = useAttempt(t);

  const exportAll = () =>
    void attempt(async () => {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(document, `plumbline-${day}.json`, await sendMessage("exportLocalData", undefined));
      return { kind: "success", text: t("optionsExported") };
    });
  function ask() {
    say(null);
    setAsking(true);
  }
  const reset = () =>
    void attempt(async () => {
      await sendMessage("resetLocalData", undefined);
      setAsking(false);
      return { kind: "success", text: t("optionsResetDone") };
    });

  return (
    <section aria-labelledby="data">
      <h2 id="data">{t("optionsData")}</h2>
      <p className="quiet">{t("optionsDataHelp")}</p>
      {asking ? (
        <div
          className="confirm"
          role="alertdialog"
          aria-labelledby="reset-title"
          aria-describedby="reset-lost"
        >
          <h3 id="reset-title">{t("optionsResetAsk")}</h3>
          <p id="reset-lost">{t("optionsResetLost")}</p>
          <div className="buttons">
            <Button appearance="danger" isDisabled={busy} onClick={reset}>
              {t("optionsResetConfirm")}
            </Button>
            <Button autoFocus onClick={() => setAsking(false)}>
              {t("optionsResetCancel")}
            </Button>
          </div>
        </div>
      ) : (
        <div className="buttons">
          <Button isDisabled={busy} onClick={exportAll}>
            {t("optionsExport")}
          </Button>
          <Button onClick={ask}>{t("optionsReset")}</Button>
        </div>
      )}
      <Message note={note} />
    </section>
  );
}
