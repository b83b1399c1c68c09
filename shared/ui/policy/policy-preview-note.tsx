import { useEffect, useState } from "react";
import type { Policy } from "../../domain/policy";
import { previewPolicy } from "../../domain/policy-preview";
import type { Result } from "../../domain/result";
import { failureText } from "../failure-text";
import type { SprintsNow } from "../gate/gate-port";
import { reasonWord } from "../gate/reason-word";
import type { AlignmentPort, PortFailure } from "../port";
import type { Translate } from "../translate";

interface PreviewProps {
  port: AlignmentPort;
  t: Translate;
  scope: string;
  policy: Policy;
}

/** What a policy would do to the tickets that are in open and coming sprints now, by the gate's own rule. */
export function PolicyPreviewNote({ port, t, scope, policy }: PreviewProps) {
  const [read, setRead] = useState<Result<SprintsNow, PortFailure> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setRead(null);
    void port.readSprints(scope).then((it) => isCurrent && setRead(it));
    return () => {
      isCurrent = false;
    };
  }, [port, scope]);

  if (read === null) return <p role="status">{t("policy_previewReading")}</p>;
  if (!read.ok) return <p role="status">{t("policy_previewUnread", failureText(t, read.error))}</p>;
  const entries = read.value.sprints.flatMap((it) => it.entries);
  const { keptOut, flagged, total } = previewPolicy(entries, policy, new Date().toISOString());
  return (
    <div className="policy-preview">
      <p role="status">{t("policy_preview", String(keptOut.length), String(total))}</p>
      {keptOut.length > 0 && (
        <details>
          <summary>{t("policy_previewSee")}</summary>
          <ul>
            {keptOut.map(({ key, reasons }) => (
              <li key={key}>
                <strong>{key}</strong> {t(`gate_why_${reasonWord(reasons)}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {flagged.length > 0 && (
        <p className="gate-quiet">{t("policy_previewFlagged", String(flagged.length))}</p>
      )}
      {read.value.isCut && <p className="gate-quiet">{t("policy_previewCut")}</p>}
    </div>
  );
}
