import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import { adfDocument } from "./adf";
import { recordChange } from "./changelog";
import { addComment } from "./comments";
import { fieldWriters, unknownField, type Writing } from "./field-writers";
import { getIssueTo } from "./get-issue";
import { can } from "./permissions";
import { propertyObstacle, setProperty } from "./properties";
import type { ChangeItem, JiraIssue, JiraUser } from "./records";
import { type Refusal, refuse, refuseFields } from "./refusal";
import type { JiraSite } from "./site";

/** An edit as the API takes it: values by field id, operations by field id, entity properties. */
export interface IssueEdit {
  fields?: Record<string, unknown> | undefined;
  update?: Record<string, Record<string, unknown>[]> | undefined;
  properties?: { key: string; value?: unknown }[] | undefined;
}

/** What an edit may do about comments here: add them. */
const comment = z.object({ add: z.object({ body: adfDocument }) });

/** Edits an issue: all of it or, where one field is wrong, nothing. Needs *Edit issues*; dates and sprint *Schedule issues*. */
export function editIssue(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  edit: IssueEdit,
  apiVersion: 2 | 3 = 3,
): Result<JiraIssue, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "EDIT_ISSUES", "edit this issue");
  if (!issue.ok) return issue;
  const { comment: comments = [], ...update } = edit.update ?? {};
  const words = comments.map((it) => comment.safeParse(it).data?.add.body);
  if (words.includes(undefined)) return refuseFields({ comment: "Operation value must be a document." });
  if (words.length > 0 && !can(site, by, "ADD_COMMENTS"))
    return refuseFields({ comment: unknownField("comment") });
  const values = valuesOf(issue.value, { ...edit, update });
  if (!values.ok) return values;
  const properties = (edit.properties ?? []).map(({ key, value }) => ({
    key,
    json: JSON.stringify(value) ?? "",
  }));
  const obstacle = properties.map(({ key, json }) => propertyObstacle(key, json)).find((it) => it !== null);
  if (obstacle != null) return refuse(400, obstacle);
  const written = writeFields(issue.value, values.value, { site, by, apiVersion });
  if (!written.ok) return written;
  recordChange(site, issue.value, by, written.value);
  for (const body of words) {
    const added = body && addComment(site, by, issue.value.id, body);
    if (added && !added.ok) return added;
  }
  for (const { key, json } of properties) {
    const set = setProperty(site, by, issue.value.id, key, json);
    if (!set.ok) return set;
  }
  return issue;
}

/** Checks every value, then writes them all; the caller records the changes. */
export function writeFields(
  issue: JiraIssue,
  values: Record<string, unknown>,
  writing: Writing,
): Result<ChangeItem[], Refusal> {
  const errors: Record<string, string> = {};
  const writes: (() => ChangeItem)[] = [];
  for (const [field, value] of Object.entries(values)) {
    const write = Object.hasOwn(fieldWriters, field) ? fieldWriters[field] : undefined;
    const checked = write?.(issue, value, writing);
    if (checked?.ok) writes.push(checked.value);
    else errors[field] = checked?.error ?? unknownField(field);
  }
  if (Object.keys(errors).length > 0) return refuseFields(errors);
  return ok(writes.map((write) => write()));
}

/** Merges `fields` with `update`, whose operations are `set`, and for labels also `add` and `remove`. */
function valuesOf(
  issue: JiraIssue,
  { fields = {}, update = {} }: IssueEdit,
): Result<Record<string, unknown>, Refusal> {
  const values = { ...fields };
  for (const [field, operations] of Object.entries(update)) {
    if (field in fields)
      return refuseFields({ [field]: `Field '${field}' cannot appear in both 'fields' and 'update'` });
    let labels: unknown[] = [...issue.labels];
    for (const operation of operations) {
      const [verb = "", value] = Object.entries(operation)[0] ?? [];
      if (verb === "set") values[field] = value;
      else if (field !== "labels" || (verb !== "add" && verb !== "remove"))
        return refuseFields({ [field]: `Field does not support update '${verb}'` });
      if (field !== "labels") continue;
      if (verb === "set") labels = Array.isArray(value) ? value : [];
      else labels = verb === "add" ? [...labels, value] : labels.filter((label) => label !== value);
      if (verb !== "set" || Array.isArray(value)) values.labels = labels;
    }
  }
  return ok(values);
}
