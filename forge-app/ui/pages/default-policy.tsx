import "../../../shared/ui/gate/gate.css";
import "../../../shared/ui/policy/policy.css";
import Button from "@atlaskit/button/new";
import { useState } from "react";
import { defaultPolicy, type Policy } from "../../../shared/domain/policy";
import { failureText } from "../../../shared/ui/failure-text";
import { PolicyForm } from "../../../shared/ui/policy/policy-form";
import type { Translate } from "../../../shared/ui/translate";
import { askApp } from "../ask-app";
import type { FrameHost } from "../frame-host";
import type { FramePort } from "../frame-port";
import { AnswerTrouble } from "./answer-trouble";
import { useAnswer } from "./use-answer";

interface PolicyProps {
  host: FrameHost;
  port: FramePort;
  t: Translate;
}

/** The policy of projects without one of their own, with the functions that sign and who may sign for each. */
export function DefaultPolicy({ host, port, t }: PolicyProps) {
  const { answer, again } = useAnswer(host, "readSettings", {});
  const [draft, setDraft] = useState<Policy | null>(null);
  const [saved, setSaved] = useState<{ policy: Policy | null } | null>(null);
  const [said, say] = useState("");
  const [busy, setBusy] = useState(false);
  const held = saved ?? (answer?.ok ? answer.value : null);
  const policy = draft ?? held?.policy ?? defaultPolicy;

  async function save(next: Policy | null): Promise<void> {
    setBusy(true);
    const done = await askApp(host, "saveSettings", { settings: { policy: next } });
    setBusy(false);
    if (!done.ok) return say(t("policy_notSaved", failureText(t, done.error)));
    setSaved(done.value);
    setDraft(null);
    say(t(done.value.policy === null ? "forge_defaultGone" : "forge_defaultSaved"));
  }

  return (
    <section className="policy" aria-labelledby="default-title">
      <h2 id="default-title">{t("forge_default")}</h2>
      <p className="quiet">{t("forge_defaultMeans")}</p>
      {answer === null && <p role="status">{t("policy_reading")}</p>}
      {answer?.ok === false && <AnswerTrouble t={t} failure={answer.error} onAgain={again} />}
      {held !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save(policy);
          }}
        >
          <p>{t(held.policy === null ? "forge_defaultNone" : "forge_defaultHolds")}</p>
          <fieldset className="policy-rules">
            <PolicyForm port={port} t={t} scope="" policy={policy} onChange={setDraft} />
          </fieldset>
          <div className="gate-fixes">
            <Button
              type="submit"
              appearance="primary"
              isDisabled={busy || (draft === null && held.policy !== null)}
            >
              {t("forge_defaultSave")}
            </Button>
            {held.policy !== null && (
              <Button isDisabled={busy} onClick={() => void save(null)}>
                {t("forge_defaultRemove")}
              </Button>
            )}
          </div>
        </form>
      )}
      <p role="status">{said}</p>
    </section>
  );
}
