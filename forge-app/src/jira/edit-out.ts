import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { StandingMirror } from "../../../shared/domain/standing-mirror";
import { markdownToAdf } from "../../../shared/jira/adf";
import type { AskJira, JiraFailure } from "./ask-jira";
import { notesBeside } from "./notes-beside";

export interface EditOut {
  sprintField: string;
  /** The sprint that it goes to, by id; null: the backlog. */
  to: string | null;
  /** What is to be told of it, in Markdown; null: nothing. */
  words: string | null;
  /** What is to be noted of its standing; null: what is noted is right. */
  mirror: StandingMirror | null;
}

/**
 * Moves one issue and tells why, in one edit: both happen or neither does. False: Jira does not take it as one edit, for example
 * because the Sprint field is on no screen of the issue, and nothing has happened.
 */
export async function editOut(
  ask: AskJira,
  issue: string,
  { sprintField, to, words, mirror }: EditOut,
): Promise<Result<boolean, JiraFailure>> {
  const body = {
    fields: { [sprintField]: to === null ? null : Number(to) },
    ...(words !== null && { update: { comment: [{ add: { body: markdownToAdf(words) } }] } }),
    ...(mirror !== null && { properties: propertiesOf(mirror) }),
  };
  const path = `/rest/api/3/issue/${encodeURIComponent(issue)}`;
  const edited = await ask({ method: "PUT", path, body }, z.unknown());
  if (edited.ok) return ok(true);
  return edited.error.kind === "refused" || edited.error.kind === "hidden" ? ok(false) : edited;
}

const propertiesOf = (mirror: StandingMirror) =>
  Object.entries(notesBeside(mirror)).map(([key, value]) => ({ key, value }));
