import "../gate/gate.css";
import "./sprint.css";
import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import { defaultPolicy } from "../../domain/policy";
import { readinessOf } from "../../domain/readiness";
import { failureText } from "../failure-text";
import type { PolicyView, SprintNow, SprintsNow } from "../gate/gate-port";
import { GateTicket } from "../gate/gate-ticket";
import { reasonWord } from "../gate/reason-word";
import { dayOf, timeOf } from "../local-time";
import type { AlignmentPort, PortFailure } from "../port";
import type { Translate } from "../translate";

interface SprintProps {
  port: AlignmentPort;
  t: Translate;
  scope: string;
  /** The person wants to write the statement of this ticket. */
  onWrite: (key: string) => void;
}

/** How ready each open and coming sprint is, with what mends each ticket in place. */
export function SprintPage({ port, t, scope, onWrite }: SprintProps) {
  const [read, setRead] = useState<{ sprints: SprintsNow; policy: PolicyView } | null>(null);
  const [failure, setFailure] = useState<PortFailure | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when something was mended.
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([port.readSprints(scope), port.readPolicy(scope)]).then(([sprints, policy]) => {
      if (!isCurrent) return;
      if (sprints.ok && policy.ok) setRead({ sprints: sprints.value, policy: policy.value });
      setFailure(sprints.ok ? (policy.ok ? null : policy.error) : sprints.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [port, scope, round]);
  const again = () => setRound((it) => it + 1);

  if (read === null)
    return failure === null ? (
      <p role="status">{t("sprint_reading")}</p>
    ) : (
      <div className="trouble" role="alert">
        <p>{failureText(t, failure)}</p>
        <Button onClick={again}>{t("statement_tryAgain")}</Button>
      </div>
    );
  const { sprints, policy } = read;
  return (
    <div className="sprints">
      {failure !== null && <p className="trouble">{failureText(t, failure)}</p>}
      {sprints.sprints.length === 0 && <p>{t("sprint_none", scope)}</p>}
      {sprints.sprints.map((it) => (
        <SprintPart key={it.id} {...{ port, t, policy, onWrite }} sprint={it} onFixed={again} />
      ))}
      {sprints.isCut && <p className="gate-quiet">{t("policy_previewCut")}</p>}
      <div className="gate-fixes">
        <Button spacing="compact" appearance="subtle" onClick={again}>
          {t("gate_again")}
        </Button>
        <span className="gate-quiet">{t("sprint_readAt", timeOf(sprints.readAt))}</span>
      </div>
    </div>
  );
}

interface PartProps extends Pick<SprintProps, "port" | "t" | "onWrite"> {
  sprint: SprintNow;
  policy: PolicyView;
  onFixed: () => void;
}

function SprintPart({ port, t, sprint, policy, onWrite, onFixed }: PartProps) {
  const [opened, open] = useState<string | null>(null);
  const { ready, notReady, broken } = readinessOf(sprint.entries, policy.holds, new Date().toISOString());
  return (
    <section className="sprint" aria-labelledby={`sprint-${sprint.id}`}>
      <h2 id={`sprint-${sprint.id}`}>{sprint.name}</h2>
      <p>{t("sprint_ready", String(ready.length), String(notReady.length))}</p>
      <ul>
        {notReady.map(({ entry, verdict, reasons }) => {
          const { key, facts } = entry;
          return (
            <li key={key}>
              <button
                type="button"
                className="sprint-row"
                aria-expanded={opened === key}
                onClick={() => open(opened === key ? null : key)}
              >
                <strong>{key}</strong> {facts?.issue.title}
                <span className="gate-quiet">{t(`gate_why_${reasonWord(reasons)}`)}</span>
              </button>
              {opened === key && (
                <GateTicket
                  port={port}
                  t={t}
                  row={{
                    ...{ issue: key, sprint: sprint.id, item: facts?.issue ?? null, verdict },
                    policy: policy.holds.kind === "value" ? policy.holds.value : defaultPolicy,
                  }}
                  busy={false}
                  isIn={false}
                  onFixed={async () => onFixed()}
                  onWrite={() => onWrite(key)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {broken.length > 0 && (
        <>
          <h3>{t("sprint_broken")}</h3>
          <ul>
            {broken.map(({ entry, glass }) => (
              <li key={entry.key}>
                {t("sprint_brokenBy", entry.key, glass.by.name, glass.reason, dayOf(glass.until))}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
