import Button from "@atlaskit/button/new";
import { useEffect, useId, useState } from "react";
import { failureText } from "../../../shared/ui/failure-text";
import { reasonWord } from "../../../shared/ui/gate/reason-word";
import type { Translate } from "../../../shared/ui/translate";
import type { FramePort, NamedSprint } from "../frame-port";

interface EnterProps {
  port: FramePort;
  t: Translate;
  /** The keys of the issue and of its project. */
  issue: string;
  project: string;
}

/** Puts the issue into a sprint, once the gate lets it: the way in where only the app may schedule. */
export function EnterSprint({ port, t, issue, project }: EnterProps) {
  const id = useId();
  const [sprints, setSprints] = useState<readonly NamedSprint[]>([]);
  const [chosen, choose] = useState("");
  const [said, say] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void port.readSprintNames(project).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setSprints(read.value);
      else say(failureText(t, read.error));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, t, project]);
  const sprint = sprints.find((it) => it.id === chosen) ?? sprints[0];

  async function enter({ id: sprint, name }: NamedSprint): Promise<void> {
    setBusy(true);
    const entered = await port.enterSprints([{ issue, sprint }]);
    if (!entered.ok) say(failureText(t, entered.error));
    else if (entered.value.length > 0) say(t("forge_entered", name));
    else {
      const judged = await port.judgeEntries([{ issue, sprint }]);
      const why = judged.ok ? t(`gate_why_${reasonWord(judged.value[0]?.verdict.reasons ?? [])}`) : "";
      say(t("forge_keptOut", judged.ok ? why : failureText(t, judged.error)));
    }
    setBusy(false);
  }

  if (sprint === undefined) return said === "" ? null : <p className="quiet">{said}</p>;
  return (
    <section className="enter-sprint">
      <label htmlFor={id}>{t("forge_sprint")}</label>
      <select id={id} value={sprint.id} onChange={(event) => choose(event.target.value)}>
        {sprints.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
      <Button spacing="compact" isDisabled={busy} onClick={() => void enter(sprint)}>
        {t("forge_enter")}
      </Button>
      <p role="status">{said}</p>
    </section>
  );
}
