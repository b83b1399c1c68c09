import type { Aim } from "../../../shared/domain/aim";
import type { WorkItem } from "../../../shared/domain/issue";
import { readSheet, readStatement } from "../../../shared/domain/markdown";
import type { Policy } from "../../../shared/domain/policy";
import { none, type Reading } from "../../../shared/domain/result";
import type { Sheet } from "../../../shared/domain/sheet";
import { standingOf } from "../../../shared/domain/standing";
import { evidenceFrom } from "../../../shared/domain/statement-evidence";
import { textOf } from "./comment-evidence";
import type { Project } from "./wire";

/** A Linear project as a bet. Its aim is an initiative; the rest of its sheet is the document. */
export function projectItem(project: Project, policy: Policy): WorkItem {
  const text = project.statement[0];
  const statement = text?.content ? readStatement(text.content) : none;
  return {
    id: project.id,
    key: nameOf(project),
    title: project.name,
    type: "Project",
    isBet: true,
    parentId: null,
    url: project.url,
    sheet: sheetOf(project),
    statement,
    standingMirror: standingOf(
      { id: project.id, statement },
      evidenceFrom(project.id, (text?.comments ?? []).map(textOf)).signatures,
      policy,
    ).standing,
    lane: null,
  };
}

/** A project may be called like an issue; it must never answer for that issue. */
const nameOf = ({ name }: Project): string => (/^\S+-\d+$/.test(name) ? `Project ${name}` : name);

function sheetOf(project: Project): Reading<Sheet> {
  const content = project.sheet[0]?.content;
  const reading = content ? readSheet(content) : none;
  if (reading.kind !== "value") return reading;
  const sheet = reading.value;
  return {
    kind: "value",
    value: { ...sheet, aim: aimOf(project, sheet.aim), state: endedState(project) ?? sheet.state },
  };
}

/** The live initiative that the sheet names, else the first live one; the sheet's test of done where it is the same aim. */
function aimOf(project: Project, written: Aim | null): Aim | null {
  const live = project.initiatives.filter((it) => it.status !== "Completed" && it.status !== "Canceled");
  const named = live.find((it) => it.name.trim() === written?.title);
  const initiative = named ?? live[0];
  if (initiative === undefined) return null;
  return {
    title: initiative.name,
    definitionOfDone: (named ? written?.definitionOfDone : null) ?? initiative.description?.trim() ?? null,
  };
}

/** A project that Linear calls ended is ended, whatever its sheet still says. */
function endedState({ status }: Project): Sheet["state"] | null {
  if (status.type === "canceled") return "stopped";
  return status.type === "completed" ? "achieved" : null;
}
