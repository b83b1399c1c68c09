import { z } from "zod";
import { err, ok, type Result } from "../../../shared/domain/result";
import { adfDocument, adfToText, textToAdf } from "./adf";
import { changeItem } from "./changelog";
import { pointsField, sprintField } from "./fields";
import { getIssue } from "./get-issue";
import { can } from "./permissions";
import type { ChangeItem, JiraIssue, JiraUser } from "./records";
import type { JiraSite } from "./site";
import { assignSprint, noOwnSprint } from "./sprints";
import { priorityScheme } from "./workflow";

/** What a writer may look at besides the issue. API version 2 takes a description as plain text, 3 as a document. */
export interface Writing {
  site: JiraSite;
  by: JiraUser;
  apiVersion: 2 | 3;
}

/** Checks a value for one field. The answer writes it and tells what changed, or is Jira's sentence for the field. */
type FieldWriter = (issue: JiraIssue, value: unknown, writing: Writing) => Result<() => ChangeItem, string>;

const nothing = { id: null, name: null };
const words = (name: string | null) => ({ id: null, name });
const day = z.iso.date().nullable();
const named = z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]);
const account = z.union([
  z.object({ accountId: z.string().nullable() }),
  z.object({ id: z.string().nullable() }),
]);
const reference = z.union([z.object({ id: z.string() }), z.object({ key: z.string() })]);
/** How an edit takes the parent away (platform specification, 2026-05). */
const noParent = z.object({ none: z.literal(true) }).transform(() => null);
const sprintId = z.union([z.number(), z.tuple([z.number()]).transform(([id]) => id)]).nullable();

const notSettable = (field: string) =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

/** The fields that can be edited, by field id. */
export const fieldWriters: Readonly<Record<string, FieldWriter>> = {
  summary(issue, value) {
    const summary = z.string().safeParse(value);
    if (!summary.success || summary.data.trim() === "")
      return err("You must specify a summary of the issue.");
    if (summary.data.length > 255) return err("Summary must be less than 255 characters.");
    if (/[\r\n]/.test(summary.data))
      return err("The summary is invalid because it contains newline characters.");
    return ok(() => {
      const before = issue.summary;
      issue.summary = summary.data;
      return changeItem({ field: "summary", fieldId: "summary" }, words(before), words(summary.data));
    });
  },

  description(issue, value, { apiVersion }) {
    const text = z.string().nullable().safeParse(value);
    const document = adfDocument.nullable().safeParse(value);
    const isText = apiVersion === 2 && text.success;
    if (!isText && !document.success)
      return err("Operation value must be an Atlassian Document (see the Atlassian Document Format)");
    const description = isText ? (text.data ? textToAdf(text.data) : null) : (document.data ?? null);
    return ok(() => {
      const before = issue.description;
      issue.description = description;
      const [from, to] = [before, description].map((it) => words(it === null ? null : adfToText(it)));
      return changeItem({ field: "description", fieldId: "description" }, from ?? nothing, to ?? nothing);
    });
  },

  labels(issue, value) {
    const labels = z.array(z.string()).safeParse(value);
    if (!labels.success) return err("data was not an array");
    const spaced = labels.data.find((label) => /\s/.test(label));
    if (spaced !== undefined) return err(`The label '${spaced}' contains spaces which is invalid.`);
    return ok(() => {
      const before = issue.labels;
      issue.labels = [...new Set(labels.data)];
      return changeItem(
        { field: "labels", fieldId: "labels" },
        words(before.join(" ")),
        words(issue.labels.join(" ")),
      );
    });
  },

  priority(issue, value) {
    const wanted = named.safeParse(value);
    const priority = priorityScheme.find((it) =>
      wanted.success
        ? "id" in wanted.data
          ? it.id === wanted.data.id
          : it.name === wanted.data.name
        : false,
    );
    if (priority === undefined) return err("The priority selected is invalid.");
    return ok(() => {
      const before = issue.priority;
      issue.priority = priority;
      return changeItem({ field: "priority", fieldId: "priority" }, before, priority);
    });
  },

  assignee(issue, value, { site, by }) {
    if (!can(site, by, "ASSIGN_ISSUES")) return err(notSettable("assignee"));
    const wanted = account.nullable().safeParse(value);
    if (!wanted.success) return err("expected an object with an accountId");
    const id =
      wanted.data === null ? null : "accountId" in wanted.data ? wanted.data.accountId : wanted.data.id;
    const assignee = id === null ? null : site.users.find((user) => user.accountId === id);
    if (assignee === undefined || assignee?.role === "stranger")
      return err("User cannot be assigned issues in this project.");
    return ok(() => {
      const before = issue.assignee;
      issue.assignee = assignee;
      const [from, to] = [before, assignee].map((user) =>
        user === null ? nothing : { id: user.accountId, name: user.displayName },
      );
      return changeItem({ field: "assignee", fieldId: "assignee" }, from ?? nothing, to ?? nothing);
    });
  },

  duedate(issue, value, { site, by }) {
    if (!can(site, by, "SCHEDULE_ISSUES")) return err(notSettable("duedate"));
    const date = day.safeParse(value);
    if (!date.success) return err("Error parsing date string: expected yyyy-MM-dd.");
    return ok(() => {
      const before = issue.dueDate;
      issue.dueDate = date.data;
      const [from, to] = [before, date.data].map((it) => ({ id: it, name: it }));
      return changeItem({ field: "duedate", fieldId: "duedate" }, from ?? nothing, to ?? nothing);
    });
  },

  parent(issue, value, { site, by }) {
    const wanted = z.union([reference.nullable(), noParent]).safeParse(value);
    if (!wanted.success) return err("data was not an object");
    const parent =
      wanted.data === null
        ? null
        : getIssue(site, by, "id" in wanted.data ? wanted.data.id : wanted.data.key);
    if (parent !== null && !parent.ok) return err(parent.error.errorMessages.join(" "));
    if (parent === null && issue.type.hierarchyLevel < 0)
      return err("Issue type is a sub-task but parent issue key or id not specified.");
    if (parent !== null && parent.value.type.hierarchyLevel !== issue.type.hierarchyLevel + 1)
      return err("Given parent work item does not belong to appropriate hierarchy.");
    return ok(() => {
      const before = site.issues.get(issue.parentId ?? "");
      issue.parentId = parent?.value.id ?? null;
      if (issue.type.hierarchyLevel < 0) issue.sprintIds = [...(parent?.value.sprintIds ?? [])];
      const [from, to] = [before, parent?.value].map((it) => (it ? { id: it.id, name: it.key } : nothing));
      return changeItem({ field: "IssueParentAssociation" }, from ?? nothing, to ?? nothing);
    });
  },

  [pointsField](issue, value) {
    const points = z.number().nullable().safeParse(value);
    if (!points.success) return err("Operation value must be a number");
    return ok(() => {
      const before = issue.points;
      issue.points = points.data;
      const [from, to] = [before, points.data].map((it) => words(it === null ? null : String(it)));
      return changeItem(
        { field: "Story point estimate", fieldId: pointsField, custom: true },
        from ?? nothing,
        to ?? nothing,
      );
    });
  },

  [sprintField](issue, value, { site, by }) {
    if (!can(site, by, "SCHEDULE_ISSUES")) return err(notSettable(sprintField));
    const id = sprintId.safeParse(value);
    if (!id.success) return err("Number value expected as the Sprint id.");
    const sprint = id.data === null ? null : site.sprints.find((it) => it.id === id.data);
    if (sprint === undefined)
      return err("The sprint does not exist or you do not have permission to view it.");
    if (sprint?.state === "closed") return err("The sprint is closed. Issues cannot be added to it.");
    const obstacle = noOwnSprint(issue);
    if (obstacle !== null) return err(obstacle);
    return ok(() => assignSprint(site, issue, sprint));
  },
};

/** Jira's sentence for a field that cannot be written. */
export const unknownField = notSettable;
