import type { FactsAnswer } from "../../../extension/messaging/facts";
import { type Alignment, chainOf, resolveAlignment } from "../../../shared/domain/alignment";
import { statementHash } from "../../../shared/domain/canonical";
import type { WorkItem } from "../../../shared/domain/issue";
import { type LanePolicy, noLanePolicy } from "../../../shared/domain/lane";
import { none, value } from "../../../shared/domain/result";
import { standingOf } from "../../../shared/domain/standing";
import type { Standing } from "../../../shared/domain/statement";
import { statementInForce } from "../../../shared/domain/statement-in-force";
import type { Bet, Company } from "../../sandbox/company/company";
import { companyItems } from "../../sandbox/company/company-items";

/** What a badge must say of one ticket, with its source by title, since ids differ between trackers. */
export interface Expected {
  key: string;
  answer: unknown;
  from: string | null;
  standing: Standing;
}

/** What Jira should give back in the end: the rules over the company itself. */
export function expectedInJira(company: Company, now: string): Expected[] {
  const { tickets, find } = companyItems(company);
  return tickets.map((ticket) => expectedOf(ticket, find, company, company.policy.lanes, now));
}

/**
 * What Linear should give back. Its documented differences: a project has no project above it, so a bet without a
 * sheet carries its parent's; an issue serves its project and not the issue above it; an aim that has ended is none;
 * and a lane by type is a label, on what serves no bet.
 */
export function expectedInLinear(company: Company, now: string): Expected[] {
  const { tickets, find } = companyItems(company);
  const bets = new Map(company.bets.map((bet) => [bet.id, projectOf(bet, company, find)]));
  const issues = tickets.map((ticket): WorkItem => {
    const bet = chainOf(ticket, find).ancestors.find((it) => it.isBet);
    const byType = bet === undefined ? lanesOf(company.policy.lanes, ticket.type) : null;
    return { ...ticket, type: "Issue", parentId: bet?.id ?? ticket.parentId, lane: ticket.lane ?? byType };
  });
  const byId = new Map(issues.map((it) => [it.id, it]));
  return issues.map((it) => expectedOf(it, (id) => bets.get(id) ?? byId.get(id), company, noLanePolicy, now));
}

const lanesOf = ({ byType }: LanePolicy, type: string) =>
  Object.entries(byType).find(([name]) => name.toLowerCase() === type.toLowerCase())?.[1] ?? null;

function projectOf(bet: Bet, company: Company, find: (id: string) => WorkItem | undefined): WorkItem {
  const item = find(bet.id);
  if (item === undefined) throw new Error(`no item for ${bet.id}`);
  const line = [item, ...chainOf(item, find).ancestors];
  const carrier = line.find((it) => it.sheet.kind === "value") ?? item;
  const statement = line.find((it) => it.statement.kind === "value")?.statement ?? none;
  const aimId = company.bets.find((it) => it.id === carrier.id)?.aimId;
  const isLive = company.aims.some((aim) => aim.id === aimId && aim.state === "active");
  const { sheet } = carrier;
  if (sheet.kind !== "value") return { ...item, parentId: null, statement };
  return {
    ...item,
    parentId: null,
    statement,
    sheet: value({ ...sheet.value, aim: isLive ? sheet.value.aim : null }),
  };
}

function expectedOf(
  ticket: WorkItem,
  find: (id: string) => WorkItem | undefined,
  company: Company,
  lanes: LanePolicy,
  now: string,
): Expected {
  const chain = chainOf(ticket, find);
  const alignment = resolveAlignment(ticket, chain, lanes, now);
  return {
    key: ticket.key,
    answer: answerOf(alignment),
    from: alignment.kind === "lane" ? null : (alignment.from?.title ?? null),
    standing: standingIn(company, statementInForce(ticket, chain)),
  };
}

function answerOf(alignment: Alignment): unknown {
  switch (alignment.kind) {
    case "aligned":
      return { state: "aligned", inherited: alignment.inherited, aim: alignment.sheet.aim.title };
    case "lane":
      return { state: "lane", lane: alignment.lane, by: alignment.by };
    case "orphan":
      return { state: "orphan", reasons: alignment.reasons };
    case "unknown":
      return { state: "unknown", reason: alignment.reason };
  }
}

/** With the sign-offs of the company itself: neither a mirror nor comments. */
function standingIn(company: Company, carrier: WorkItem | null): Standing {
  if (carrier === null || carrier.statement.kind !== "value") return "missing";
  const { value: statement } = carrier.statement;
  const bet = company.bets.find((it) => it.statement === statement);
  const evidence = (bet?.signOffs ?? []).map(({ personId, function: name, text }) => ({
    act: "sign-off" as const,
    function: name,
    object: carrier.id,
    hash: statementHash(text === "current" ? statement : { ...statement, problem: "An older text" }),
    author: { id: personId, name: personId, kind: "person" as const },
    createdAt: "2026-11-01T00:00:00.000Z",
    editedAt: null,
    edited: "no" as const,
  }));
  return standingOf(carrier, evidence, company.policy).standing;
}

/** The same of what the service answered. */
export function answered({ tickets, sources }: FactsAnswer): Expected[] {
  const byId = new Map(sources.map((it) => [it.id, it]));
  return tickets.map((ticket) => {
    const { key, standing, readAt, ...state } = ticket;
    const source = "from" in state && state.from !== null ? byId.get(state.from) : undefined;
    const { from, ...plain } = { from: null, ...state };
    const aim = state.state === "aligned" ? { aim: source?.sheet?.aim?.title } : {};
    return { key, answer: { ...plain, ...aim }, from: source?.title ?? null, standing };
  });
}
