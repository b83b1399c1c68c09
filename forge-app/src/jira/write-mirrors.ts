import { z } from "zod";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira } from "./ask-jira";
import { notesBeside } from "./notes-beside";

/** Jira's own limit of one call, which it works through in its own time (platform specification, 2026-05). */
const mostIssues = 100;

/**
 * Notes standings beside issues, by id. Nothing depends on a note, and the next look writes it again, so that a failure is logged and
 * no more; false: there was one.
 */
export async function writeMirrors(
  ask: AskJira,
  mirrors: ReadonlyMap<string, StandingMirror>,
): Promise<boolean> {
  let isDone = true;
  for (const some of inChunks([...mirrors], mostIssues)) {
    const written = await ask(requestOf(some), z.unknown());
    if (!written.ok) console.warn("Standings could not be noted.", written.error);
    isDone &&= written.ok;
  }
  return isDone;
}

function requestOf(some: readonly (readonly [string, StandingMirror])[]) {
  const issues = some.map(([id, mirror]) => ({ issueID: Number(id), properties: notesBeside(mirror) }));
  return { method: "POST" as const, path: "/rest/api/3/issue/properties/multi", body: { issues } };
}
