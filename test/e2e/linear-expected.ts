import { chainOf, resolveAlignment } from "../../shared/domain/alignment";
import { statementHash } from "../../shared/domain/canonical";
import type { WorkItem } from "../../shared/domain/issue";
import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import { value } from "../../shared/domain/result";
import { standingOf } from "../../shared/domain/standing";
import type { Standing } from "../../shared/domain/statement";
import { statementInForce } from "../../shared/domain/statement-in-force";
import type { Bet, Company } from "../sandbox/company/company";
import { companyItems } from "../sandbox/company/company-items";
import { type ExpectedBadge, orphanWords, standingWords } from "./jira-expected-badges";

/** What the badge of every ticket must show in Linear, by key, from the company and the domain's rules. */
export function expectedInLinear(company: Company, now = new Date()): Map<string, ExpectedBadge> {
  const { tickets, find } = companyItems(company);
  return new Map(tickets.map((ticket) => [ticket.key, expectedOf(ticket, find, company, now)]));
}

function expectedOf(
  ticket: WorkItem,
  find: (id: string) => WorkItem | undefined,
  company: Company,
  now: Date,
): ExpectedBadge {
  const { key } = ticket;
  const chain = chainOf(ticket, find);
  const alignment = resolveAlignment(ticket, chain, company.policy.lanes, now.toISOString());
  switch (alignment.kind) {
    case "aligned": {
      const { aim, mechanism } = alignment.sheet;
      const standing = standingIn(company, statementInForce(ticket, chain));
      const locked = standing !== "signed" && standing !== "partial";
      const says = [key, aim.title, mechanismSentence(mechanism), standingWords[standing]];
      return { state: "aligned", text: aim.title, locked, says };
    }
    case "lane":
      return { state: "lane", text: alignment.lane, locked: false, says: [key, alignment.lane] };
    case "orphan": {
      const says = [key, "orphan", ...alignment.reasons.map((it) => orphanWords[it].why)];
      return { state: "orphan", text: "orphan", locked: false, says };
    }
    case "unknown":
      throw new Error(`The company says nothing of ${key}: ${alignment.reason}`);
  }
}

/** Linear has no mirror: what counts is who signed which text, by the company's policy. */
export function standingIn(company: Company, carrier: WorkItem | null): Standing {
  if (carrier === null) return "missing";
  const bet: Bet | undefined = company.bets.find(({ id }) => id === carrier.id);
  const { statement } = carrier;
  if (statement.kind !== "value") return "incomplete";
  const evidence = (bet?.signOffs ?? []).map(({ personId, function: name, text }) => ({
    act: "sign-off" as const,
    function: name,
    object: carrier.id,
    hash: statementHash(
      text === "current" ? statement.value : { ...statement.value, problem: "An older one" },
    ),
    author: { id: personId, name: personId, kind: "person" as const },
    createdAt: new Date(0).toISOString(),
    editedAt: null,
    edited: "no" as const,
  }));
  return standingOf({ id: carrier.id, statement: value(statement.value) }, evidence, company.policy).standing;
}
