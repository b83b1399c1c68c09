import type { NewIssue, SiteHints, SprintEntry, SprintMove } from "../../../shared/tracker/sprint-entry";
import { graphqlCalls } from "../graphql-calls";
import { isRecord, own, text } from "../json-parts";
import { digits, refOf } from "./gate-rest";
import { elsewhere, isWrite, operationIn } from "./gate-screen";

/** What operations of a name that nobody publishes do to sprints: they carry a sprint and issues, whatever they call them. */
export function movesInGraphql(url: string, json: unknown, hints: SiteHints): SprintEntry | null {
  const isBatch = Array.isArray(json);
  const moves: SprintMove[] = [];
  const paths = (isBatch ? json : [json]).map((one) => {
    const query = text(own(one, "query"));
    const running = own(one, "operationName");
    const variables = own(one, "variables");
    const name = operationIn(url) ?? text(running) ?? "";
    if (query === null) {
      if (isWrite(name)) moves.push(...movesIn(variables, name, hints));
      return [];
    }
    return (graphqlCalls(query, variables, running) ?? []).flatMap((call) => {
      if (elsewhere.test(call.name)) return [];
      const made = movesIn(call.args, `${name} ${call.name}`, hints);
      moves.push(...made);
      return made.length > 0 ? call.path : [];
    });
  });
  return moves.length > 0 ? { moves, reply: { kind: "graphql", paths, isBatch } } : null;
}

const sprintAri = /^ari:cloud:jira[\w-]*:[^:]*:sprint\/(?:[^/]+\/)*(\d+)$/;
const issueAri = /^ari:cloud:jira[\w-]*:[^:]*:issue\/(?:[^/]+\/)*(\d+)$/;
const issueKey = /^[A-Z][A-Z0-9_]+-\d+$/;
/** Where an issue comes from, what it is put beside, and what else it belongs to. */
const origin = /source|from|old|prev|origin|current|before|after|neighbo/i;
const kin = /parent|epic|project|type|board|rank|sprint/i;
/** What a new issue belongs to, by the ends of the names that lead to it: `projectId`, `project.key`, `issueTypeId`, `parentIssueId`. */
const belongs = [
  ["scope", /project\.?(id|key|idorkey)?$/i],
  ["type", /issue_?type\.?(id|name)?$/i],
  ["parent", /(parent|epic)(issue)?\.?(id|key)?$/i],
] as const;
const anyAri = /^ari:cloud:.*\/([\w-]+)$/;
const mostValues = 5_000;

function movesIn(root: unknown, words: string, { sprintField }: SiteHints): SprintMove[] {
  const sprints = new Set<string>();
  const issues = new Set<string>();
  const made: NewIssue = { id: null, parent: null, type: null, scope: null, bet: null };
  let isActive = false;
  let left = mostValues;
  const walk = (it: unknown, key: string, above: string): void => {
    if (left-- <= 0) return;
    if (Array.isArray(it)) for (const one of it) walk(one, key, above);
    else if (isRecord(it)) for (const [name, one] of Object.entries(it)) walk(one, name, key);
    else if (typeof it === "string" || typeof it === "number") look(it, key, `${above}.${key}`);
  };
  const look = (it: string | number, key: string, path: string): void => {
    const value = String(it);
    if (/state/i.test(key) && /^active$/i.test(value)) isActive = true;
    if (origin.test(path)) return;
    const isSprint = (/sprint/i.test(path) && !/issue|field/i.test(key)) || key === sprintField;
    const sprint = sprintAri.exec(value)?.[1] ?? (isSprint ? digits(it) : null);
    if (sprint !== null) sprints.add(sprint);
    const what = belongs.find(([, name]) => name.test(path))?.[0];
    if (what !== undefined) made[what] ??= anyAri.exec(value)?.[1] ?? refOf(it)[0] ?? null;
    if (sprint !== null || what !== undefined || kin.test(key) || /parent|epic/i.test(path)) return;
    const [ref = ""] = refOf(it);
    const isIssue = /issue|card|item|key/i.test(path) && (issueKey.test(ref) || digits(ref) !== null);
    const issue = issueAri.exec(value)?.[1] ?? (isIssue ? ref : null);
    if (issue !== null) issues.add(issue);
  };
  walk(root, "", "");
  return [...sprints].flatMap((sprint): SprintMove[] => {
    if (issues.size > 0) return [...issues].map((issue) => ({ act: "enter", issue, sprint }));
    if (/create/i.test(words) && /issue|card|item/i.test(words))
      return [{ act: "create", issue: made, sprint }];
    const isStart = /start/i.test(words) || (isActive && /update|edit/i.test(words));
    return isStart && /sprint/i.test(words) ? [{ act: "start", sprint }] : [];
  });
}
