import { err, ok, type Result } from "../../../shared/domain/result";
import { type JqlAsker, type JqlField, jqlField } from "./jql-fields";
import { momentOf } from "./jql-moment";
import { jqlOrders } from "./jql-orders";
import { type JqlClause, type JqlOperand, parseJql } from "./jql-parse";
import { canSee } from "./permissions";
import type { JiraIssue } from "./records";

type Test = (issue: JiraIssue) => boolean;

/** A query made ready: which issues it names, and their order. */
export interface Jql {
  matches: Test;
  compare: (a: JiraIssue, b: JiraIssue) => number;
}

const mostOrders = 7;

/**
 * Understands a query as far as the sandbox's subset of JQL goes; the error is the list of Jira's sentences.
 * `bounded` (the new search) refuses a query without a restriction; `order` holds where the query gives none.
 */
export function compileJql(
  jql: string,
  asker: JqlAsker,
  { bounded, order = (a, b) => Number(b.id) - Number(a.id) }: { bounded: boolean; order?: Jql["compare"] },
): Result<Jql, string[]> {
  const query = parseJql(jql);
  if (!query.ok) return err([query.error]);
  const { where, orderBy } = query.value;
  if (bounded && where === null)
    return err([
      "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.",
    ]);
  const errors: string[] = [];
  const matches = where === null ? () => true : compileClause(where, asker, errors);
  if (orderBy.length > mostOrders) errors.push(`At most ${mostOrders} fields can be sorted by.`);
  const orders = orderBy.map(({ field, descending }) => {
    const compare = Object.hasOwn(jqlOrders, field.toLowerCase())
      ? jqlOrders[field.toLowerCase()]
      : undefined;
    if (compare === undefined) errors.push(`Not able to sort using field '${field}'.`);
    return (a: JiraIssue, b: JiraIssue) => (descending ? -1 : 1) * (compare?.(a, b) ?? 0);
  });
  if (errors.length > 0) return err(errors);
  const compare = (a: JiraIssue, b: JiraIssue) => {
    for (const it of orders) {
      const difference = it(a, b);
      if (difference !== 0) return difference;
    }
    return order(a, b);
  };
  return ok({ matches, compare });
}

/** The issues that a query names and this person may see, in order. */
export function findByJql(jql: Jql, { site, by }: JqlAsker): JiraIssue[] {
  const issues = [...site.issues.values()].filter((issue) => canSee(site, by, issue) && jql.matches(issue));
  return issues.sort(jql.compare);
}

function compileClause(clause: JqlClause, asker: JqlAsker, errors: string[]): Test {
  if (clause.kind === "not") {
    const inside = compileClause(clause.part, asker, errors);
    return (issue) => !inside(issue);
  }
  if (clause.kind === "test") return compileTest(clause, asker, errors);
  const parts = clause.parts.map((part) => compileClause(part, asker, errors));
  return clause.kind === "and"
    ? (issue) => parts.every((part) => part(issue))
    : (issue) => parts.some((part) => part(issue));
}

const never: Test = () => false;

function compileTest(
  { field: name, operator, operand }: JqlClause & { kind: "test" },
  asker: JqlAsker,
  errors: string[],
): Test {
  const field = jqlField(name, asker.site);
  if (!field.ok) {
    errors.push(field.error);
    return never;
  }
  const test = testFor(field.value, operator, operand, asker);
  if (typeof test === "function") return test;
  errors.push(test ?? `The operator '${operator}' is not supported by the '${name}' field.`);
  return never;
}

/** A test, a sentence about the operand, or null where the field does not take the operator. */
function testFor(
  field: JqlField,
  operator: string,
  operand: JqlOperand,
  asker: JqlAsker,
): Test | string | null {
  switch (field.kind) {
    case "ids":
      return idTest(field, operator, operand, asker);
    case "time":
      return timeTest(field.timeOf, operator, operand, asker);
    case "text":
      return textTest(field.textOf, operator, operand);
  }
}

function idTest(
  field: JqlField & { kind: "ids" },
  operator: string,
  operand: JqlOperand,
  asker: JqlAsker,
): Test | string | null {
  const negative = operator === "!=" || operator === "not in" || operator === "is not";
  if (operand.kind === "empty") {
    if (!["=", "!=", "is", "is not"].includes(operator)) return null;
    return (issue) => field.idsOf(issue).length > 0 === negative;
  }
  const isList = operator === "in" || operator === "not in";
  if (!isList && operator !== "=" && operator !== "!=") return null;
  if (!isList && operand.kind === "list") return `Operator '${operator}' does not support lists.`;
  const wanted = new Set<string | number>();
  for (const item of operand.kind === "list" ? operand.items : [operand]) {
    const ids = field.idsFor(item, asker);
    if (typeof ids === "string") return ids;
    for (const id of ids) wanted.add(id);
  }
  // In JQL an empty field satisfies neither "in" nor "not in".
  return (issue) => {
    const ids = field.idsOf(issue);
    return ids.length > 0 && ids.some((id) => wanted.has(id)) !== negative;
  };
}

function timeTest(
  timeOf: (issue: JiraIssue) => string,
  operator: string,
  operand: JqlOperand,
  { site }: JqlAsker,
): Test | string | null {
  const compare = {
    ">": (a: number, b: number) => a > b,
    ">=": (a: number, b: number) => a >= b,
    "<": (a: number, b: number) => a < b,
    "<=": (a: number, b: number) => a <= b,
  }[operator];
  if (compare === undefined) return null;
  const text = operand.kind === "value" ? operand.text : "";
  const moment = momentOf(text, site.now());
  if (moment === null)
    return `Date value '${text}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`;
  return (issue) => compare(Date.parse(timeOf(issue)), moment);
}

function textTest(
  textOf: (issue: JiraIssue) => string,
  operator: string,
  operand: JqlOperand,
): Test | string | null {
  if (operator !== "~" && operator !== "!~") return null;
  if (operand.kind !== "value") return "Expecting a single value here.";
  const words = operand.text
    .toLowerCase()
    .split(/[\s*"]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return `The text query '${operand.text}' is empty.`;
  return (issue) => {
    const text = textOf(issue).toLowerCase();
    return words.every((word) => text.includes(word)) === (operator === "~");
  };
}
