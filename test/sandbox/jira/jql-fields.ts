import { err, ok, type Result } from "../../../shared/domain/result";
import { adfToText } from "./adf";
import { sprintField } from "./fields";
import type { JqlOperand } from "./jql-parse";
import { canSee } from "./permissions";
import type { JiraIssue, JiraUser } from "./records";
import type { AppIndex, JiraSite } from "./site";
import { priorityScheme, statuses } from "./workflow";

/** Who asks, where. */
export interface JqlAsker {
  site: JiraSite;
  by: JiraUser;
}

/** A field whose values are compared as ids: what an issue has, and what a word or function in the query means. */
interface IdField {
  kind: "ids";
  idsOf: (issue: JiraIssue) => (string | number)[];
  idsFor: (operand: JqlOperand, asker: JqlAsker) => (string | number)[] | string;
}
interface TimeField {
  kind: "time";
  timeOf: (issue: JiraIssue) => string;
}
interface TextField {
  kind: "text";
  textOf: (issue: JiraIssue) => string;
}
export type JqlField = IdField | TimeField | TextField;

const sameWord = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Values that are looked up by id or name in a list of the site. */
const listed =
  (
    field: string,
    values: (asker: JqlAsker) => readonly { id: string; names: string[] }[],
  ): IdField["idsFor"] =>
  (operand, asker) => {
    if (operand.kind !== "value") return unknownOperand(operand);
    const { text } = operand;
    const found = values(asker).filter(
      (it) => it.id === text || it.names.some((name) => sameWord(name, text)),
    );
    return found.length > 0
      ? found.map((it) => it.id)
      : `The value '${text}' does not exist for the field '${field}'.`;
  };

const unknownOperand = (operand: JqlOperand) =>
  operand.kind === "function"
    ? `Unable to find JQL function '${operand.name}(${operand.args.join(", ")})'.`
    : "Expecting a single value here.";

const issueNamed =
  (field: string): IdField["idsFor"] =>
  (operand, { site, by }) => {
    if (operand.kind !== "value") return unknownOperand(operand);
    const issue = site.findIssue(operand.text);
    return issue !== undefined && canSee(site, by, issue)
      ? [issue.id]
      : `An issue with key '${operand.text}' does not exist for field '${field}'.`;
  };

const issueField = (field: string): IdField => ({
  kind: "ids",
  idsOf: (issue) => [issue.id],
  idsFor: issueNamed(field),
});

const typeField: IdField = {
  kind: "ids",
  idsOf: (issue) => [issue.type.id],
  idsFor: listed("issuetype", ({ site }) =>
    [...site.issueTypes.values()].map(({ id, name }) => ({ id, names: [name] })),
  ),
};

const sprint: IdField = {
  kind: "ids",
  idsOf: (issue) => issue.sprintIds,
  idsFor(operand, { site }) {
    if (operand.kind === "function") {
      const state = { opensprints: "active", futuresprints: "future", closedsprints: "closed" }[
        operand.name.toLowerCase()
      ];
      if (state === undefined || operand.args.length > 0) return unknownOperand(operand);
      return site.sprints.filter((it) => it.state === state).map((it) => it.id);
    }
    if (operand.kind !== "value") return unknownOperand(operand);
    const found = site.sprints.filter(
      (it) => String(it.id) === operand.text || sameWord(it.name, operand.text),
    );
    return found.length > 0
      ? found.map((it) => it.id)
      : `Sprint with name '${operand.text}' does not exist or you do not have permission to view it.`;
  },
};

const assignee: IdField = {
  kind: "ids",
  idsOf: (issue) => (issue.assignee === null ? [] : [issue.assignee.accountId]),
  idsFor(operand, asker) {
    if (operand.kind === "function" && sameWord(operand.name, "currentUser") && operand.args.length === 0)
      return [asker.by.accountId];
    const users = ({ site }: JqlAsker) =>
      site.users.map((it) => ({ id: it.accountId, names: [it.displayName, it.emailAddress] }));
    return listed("assignee", users)(operand, asker);
  },
};

const fields: Readonly<Record<string, JqlField>> = {
  project: {
    kind: "ids",
    idsOf: (issue) => [issue.projectId],
    idsFor: listed("project", ({ site }) =>
      site.projects.map(({ id, key, name }) => ({ id, names: [key, name] })),
    ),
  },
  key: issueField("key"),
  issuekey: issueField("issuekey"),
  issue: issueField("issue"),
  id: issueField("id"),
  parent: {
    kind: "ids",
    idsOf: (issue) => (issue.parentId === null ? [] : [issue.parentId]),
    idsFor: issueNamed("parent"),
  },
  type: typeField,
  issuetype: typeField,
  status: {
    kind: "ids",
    idsOf: (issue) => [issue.status.id],
    idsFor: listed("status", () => Object.values(statuses).map(({ id, name }) => ({ id, names: [name] }))),
  },
  statuscategory: {
    kind: "ids",
    idsOf: (issue) => [String(issue.status.category.id)],
    idsFor: listed("statusCategory", () =>
      Object.values(statuses).map(({ category: { id, name, key } }) => ({
        id: String(id),
        names: [name, key],
      })),
    ),
  },
  priority: {
    kind: "ids",
    idsOf: (issue) => [issue.priority.id],
    idsFor: listed("priority", () => priorityScheme.map(({ id, name }) => ({ id, names: [name] }))),
  },
  labels: {
    kind: "ids",
    idsOf: (issue) => issue.labels.map((label) => label.toLowerCase()),
    idsFor: (operand) => (operand.kind === "value" ? [operand.text.toLowerCase()] : unknownOperand(operand)),
  },
  [bracketed(sprintField)]: sprint,
  assignee,
  created: { kind: "time", timeOf: (issue) => issue.created },
  updated: { kind: "time", timeOf: (issue) => issue.updated },
  summary: { kind: "text", textOf: (issue) => issue.summary },
  text: {
    kind: "text",
    textOf: (issue) =>
      [issue.summary, adfToText(issue.description), ...issue.comments.map((it) => adfToText(it.body))].join(
        "\n",
      ),
  },
};

function bracketed(customField: string): string {
  return `cf[${customField.slice("customfield_".length)}]`;
}

/** A value that an app has Jira index, exactly as it is written; of a list each. */
const indexed = ({ propertyKey, path, type }: AppIndex): IdField => ({
  kind: "ids",
  idsOf(issue) {
    const at = (value: unknown, part: string) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined;
    const found = path.split(".").reduce(at, issue.properties.get(propertyKey));
    return [found].flat().flatMap((it) => (typeof it === "string" || typeof it === "number" ? [it] : []));
  },
  idsFor(operand, { by }) {
    if (operand.kind === "value") return [operand.text];
    const isMe = operand.kind === "function" && sameWord(operand.name, "currentUser") && type === "user";
    return isMe ? [by.accountId] : unknownOperand(operand);
  },
});

/** The field of that name on a site, or Jira's sentence that there is none. */
export function jqlField(name: string, site: JiraSite): Result<JqlField, string> {
  const key = name.toLowerCase();
  const index = site.appIndexes.find(
    ({ searchAlias = "", propertyKey, path }) =>
      sameWord(searchAlias, key) || sameWord(`issue.property[${propertyKey}].${path}`, key),
  );
  if (index !== undefined) return ok(indexed(index));
  if (sameWord(site.sprintFieldName, key)) return ok(sprint);
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field === undefined
    ? err(`Field '${name}' does not exist or you do not have permission to view it.`)
    : ok(field);
}
