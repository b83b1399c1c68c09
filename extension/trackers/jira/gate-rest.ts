import type { NewIssue, SiteHints, SprintMove } from "../../../shared/tracker/sprint-entry";
import { entriesOf, isRecord, listOf, own, text } from "../json-parts";

/**
 * What a REST call does to sprints. `at` holds the parts of its path by their names; the bodies are those of reference 2.2 and of
 * the platform's and the agile specification.
 */
export function movesInRest(
  method: string,
  at: Record<string, string | undefined>,
  json: unknown,
  hints: SiteHints,
): SprintMove[] {
  if (at.started) return [{ act: "start", sprint: at.started }];
  if (!isRecord(json)) return [];
  const isPost = method === "POST";
  if (at.rank) {
    const sprint = json.addToBacklog === true ? null : digits(json.sprintId);
    return isPost || sprint === null ? [] : enter(json.idOrKeys, sprint);
  }
  if (at.sprint && at.members) return isPost ? enter(json.issues, at.sprint) : [];
  if (at.sprint) return /^active$/i.test(String(json.state)) ? [{ act: "start", sprint: at.sprint }] : [];
  if (at.bulk) return isPost ? bulkEdit(json, hints) : [];
  if (at.made) {
    const edits = at.made === "issue" ? [json] : listOf(json.issueUpdates);
    return isPost ? edits.flatMap((it) => creations(it, hints)) : [];
  }
  // A transition is posted, an edit is put; with the other method there are other things below the same path.
  if (!at.issue || isPost !== (at.transition !== undefined)) return [];
  const issue = decoded(at.issue);
  return sprintsIn(json, hints).map(([field, sprint]) => ({ act: "enter", issue, sprint, field }));
}

const enter = (issues: unknown, sprint: string): SprintMove[] =>
  listOf(issues).flatMap((it) => refOf(it).map((issue): SprintMove => ({ act: "enter", issue, sprint })));

/** The sprints that an edit sets, each with its field: the sprint's own, or any that may be it while that is not known. */
function sprintsIn(edit: unknown, { sprintField }: SiteHints): [string, string][] {
  const found: [string, string][] = [];
  const look = (field: string, value: unknown) => {
    const sprint = digits(Array.isArray(value) ? value.at(-1) : value) ?? digits(own(value, "id"));
    const maySprint = sprintField ? field === sprintField : /^customfield_\d+$/.test(field);
    if (maySprint && sprint !== null) found.push([field, sprint]);
  };
  for (const [field, value] of entriesOf(own(edit, "fields"))) look(field, value);
  for (const [field, steps] of entriesOf(own(edit, "update")))
    for (const step of listOf(steps)) look(field, own(step, "set") ?? own(step, "add"));
  return found;
}

function creations(edit: unknown, hints: SiteHints): SprintMove[] {
  const ref = (field: string, ...names: string[]) =>
    names.flatMap((name) => refOf(own(own(own(edit, "fields"), field), name)))[0] ?? null;
  const issue: NewIssue = {
    id: null,
    parent: ref("parent", "key", "id"),
    type: ref("issuetype", "name", "id"),
    scope: ref("project", "key", "id"),
    bet: null,
  };
  return sprintsIn(edit, hints).map(([field, sprint]) => ({ act: "create", issue, sprint, field }));
}

/** The sprint has no place of its own among the inputs (specification 2026-05), so it is looked for in all of them. */
function bulkEdit(json: Record<string, unknown>, hints: SiteHints): SprintMove[] {
  const actions = listOf(json.selectedActions);
  const inputs = entriesOf(json.editedFieldsInput).flatMap(([, it]) => (Array.isArray(it) ? it : [it]));
  return inputs.flatMap((input) => {
    const field = text(own(input, "fieldId")) ?? "";
    if (!actions.includes(field)) return [];
    const value = ["value", "sprintId", "sprintIds", "values"].map((it) => own(input, it)).find(Boolean);
    return sprintsIn({ fields: { [field]: value } }, hints).flatMap(([, sprint]) =>
      enter(json.selectedIssueIdsOrKeys, sprint).map((it) => ({ ...it, field })),
    );
  });
}

/** A number as Jira names sprints, out of a number or its digits. */
export const digits = (it: unknown): string | null =>
  (typeof it === "number" && Number.isSafeInteger(it) && it > 0) ||
  (typeof it === "string" && /^\d{1,15}$/.test(it))
    ? String(it)
    : null;

/** An id or a key: none or one. */
export const refOf = (it: unknown): string[] => {
  const ref = digits(it) ?? text(it);
  return ref === null ? [] : [ref];
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
