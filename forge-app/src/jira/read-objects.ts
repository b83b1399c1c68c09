import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { historyKey } from "../../../shared/jira/kept-history";
import { propertyKeys } from "../../../shared/jira/property-keys";
import { inChunks } from "../../../shared/tracker/in-chunks";
import type { AskJira, JiraFailure } from "./ask-jira";
import { type IssueObject, issueFields, readIssueObject } from "./issue-object";

/** Jira's own limits of one `bulkfetch` (platform specification, 2026-05). */
const [mostIssues, mostProperties] = [100, 5];
const bulk = z.object({ issues: z.array(z.unknown()) });
const { standing, ...gated } = propertyKeys;
const ofVerdicts = Object.values(gated);

/** Of whom histories can be asked for along with issues. */
export const mostPeopleAlong = mostProperties - ofVerdicts.length;

export interface ReadWhat {
  sprintField: string | null;
  /** Whose histories to ask for, at most `mostPeopleAlong`; nobody's: the note of a standing is asked for in their place. */
  people?: readonly string[];
  /** Whether to ask how they came to be in their sprints. It makes answers long, so that it is for a few issues. */
  withChanges?: boolean;
}

/** Issues by key or id, with evidence; what may not be seen, or has no shape that we know, is left out. */
export async function readObjects(
  ask: AskJira,
  refs: readonly string[],
  { sprintField, people = [], withChanges = false }: ReadWhat,
): Promise<Result<IssueObject[], JiraFailure>> {
  const found: IssueObject[] = [];
  const among = people.slice(0, mostPeopleAlong);
  const others = among.length === 0 ? [standing] : among.map(historyKey);
  for (const issueIdsOrKeys of inChunks(refs, mostIssues)) {
    const body = {
      ...{ issueIdsOrKeys, fields: issueFields(sprintField), properties: [...ofVerdicts, ...others] },
      ...(withChanges && { expand: ["changelog"] }),
    };
    const read = await ask({ method: "POST", path: "/rest/api/3/issue/bulkfetch", body }, bulk);
    if (!read.ok) return read;
    // Links are for people who look at pages; the server shows none.
    found.push(...read.value.issues.flatMap((it) => readIssueObject(it, "", sprintField, among) ?? []));
  }
  return ok(found);
}
