import { describe, expect, it } from "vitest";
import { type Alignment, chainOf, resolveAlignment } from "../../../shared/domain/alignment";
import { statementHash } from "../../../shared/domain/canonical";
import { lane } from "../../../shared/domain/lane";
import { policy } from "../../../shared/domain/policy";
import { none, value } from "../../../shared/domain/result";
import { sheet } from "../../../shared/domain/sheet";
import type { SignOffEvidence } from "../../../shared/domain/sign-off";
import { standingOf } from "../../../shared/domain/standing";
import { type Standing, standing, statement } from "../../../shared/domain/statement";
import type { Bet, Company } from "./company";
import { companyItems } from "./company-items";
import { seedCompany } from "./seed";

const today = "2026-11-21";
const now = `${today}T12:00:00.000Z`;
const northwind = seedCompany({ today });

function alignments(company: Company): Alignment[] {
  const { tickets, find } = companyItems(company);
  return tickets.map((ticket) => resolveAlignment(ticket, chainOf(ticket, find), company.policy.lanes, now));
}

function standingOfBet(bet: Bet, company: Company): Standing {
  if (bet.statement === null) return standingOf({ id: bet.id, statement: none }, [], company.policy).standing;
  const older = statementHash({ ...bet.statement, problem: "An older text" });
  const current = statementHash(bet.statement);
  const evidence = bet.signOffs.map(
    (signOff): SignOffEvidence => ({
      act: "sign-off",
      function: signOff.function,
      object: bet.id,
      hash: signOff.text === "current" ? current : older,
      author: { id: signOff.personId, name: signOff.personId, kind: "person" },
      createdAt: now,
      editedAt: null,
      edited: "no",
    }),
  );
  return standingOf({ id: bet.id, statement: value(bet.statement) }, evidence, company.policy).standing;
}

const shareOf = (all: readonly Alignment[], kind: Alignment["kind"]) =>
  all.filter((alignment) => alignment.kind === kind).length / all.length;

const sprintShares = ({ tickets, sprints }: Company) =>
  [...sprints.map(({ id }) => id), null].map(
    (id) => tickets.filter(({ sprintId }) => sprintId === id).length / tickets.length,
  );

describe("the seeded company", () => {
  it("has 4 aims, 10 bets below one initiative, 5 sprints and 120 tickets", () => {
    const initiatives = new Set(northwind.bets.flatMap(({ parentBetId }) => parentBetId ?? []));
    expect(northwind.aims).toHaveLength(4);
    expect(initiatives.size).toBe(1);
    expect(northwind.bets.filter(({ id }) => !initiatives.has(id))).toHaveLength(10);
    expect(northwind.sprints.map(({ state }) => state)).toEqual([
      "closed",
      "active",
      "future",
      "future",
      "future",
    ]);
    expect(northwind.tickets).toHaveLength(120);
  });

  it("is the same for the same day, and never shares what a caller may change", () => {
    const again = seedCompany({ today });
    expect(again).toEqual(northwind);
    for (const part of ["people", "policy", "aims", "bets", "sprints", "tickets"] as const) {
      expect(again[part]).not.toBe(northwind[part]);
      expect(again[part]).toEqual(northwind[part]);
    }
  });

  it("moves its gates and sprints with the day", () => {
    const earlier = seedCompany({ today: "2025-03-01" });
    expect(earlier.sprints[1]).toMatchObject({
      startDate: "2025-02-24T07:00:00.000Z",
      endDate: "2025-03-10T07:00:00.000Z",
    });
    expect(earlier.bets.find(({ id }) => id === "wave-planning")?.sheet?.stageGate?.date).toBe("2025-03-10");
    expect(earlier.tickets.map(({ summary }) => summary)).toEqual(
      northwind.tickets.map(({ summary }) => summary),
    );
  });

  it("holds sheets, statements and a policy exactly as the schemas read them", () => {
    for (const bet of northwind.bets) {
      if (bet.sheet !== null) expect(sheet.parse(bet.sheet)).toEqual(bet.sheet);
      if (bet.statement !== null) expect(statement.parse(bet.statement)).toEqual(bet.statement);
    }
    expect(policy.parse(northwind.policy)).toEqual(northwind.policy);
  });

  it("names only people, aims, bets, sprints and parents that exist", () => {
    const ids = (all: readonly { id: string }[]) =>
      new Set<string | null>([null, ...all.map(({ id }) => id)]);
    const [people, aims, bets, sprints] = [
      northwind.people,
      northwind.aims,
      northwind.bets,
      northwind.sprints,
    ].map(ids);
    const strangers = northwind.people.filter(({ role }) => role === "stranger").map(({ id }) => id);
    for (const bet of northwind.bets) {
      expect(aims).toContain(bet.aimId);
      expect(bets).toContain(bet.parentBetId);
      if (bet.statement !== null) expect(people).toContain(bet.statement.author);
      for (const { personId } of bet.signOffs) expect(people).toContain(personId);
      if (bet.sheet !== null) {
        const aim = northwind.aims.find(({ id }) => id === bet.aimId);
        expect(bet.sheet.aim?.title).toBe(aim?.title);
        expect(bet.sheet.aim?.definitionOfDone).toBe(aim?.definitionOfDone);
        expect(bet.sheet.signals.some(({ kind }) => kind === "proxy")).toBe(true);
      }
    }
    const numbers = new Map(northwind.tickets.map((ticket) => [ticket.number, ticket]));
    expect(numbers.size).toBe(northwind.tickets.length);
    for (const ticket of northwind.tickets) {
      expect(people).toContain(ticket.assigneeId);
      expect(strangers).not.toContain(ticket.assigneeId);
      expect(bets).toContain(ticket.betId);
      expect(sprints).toContain(ticket.sprintId);
      expect(ticket.type === "Sub-task").toBe(ticket.parentNumber !== null);
      if (ticket.parentNumber === null) continue;
      const parent = numbers.get(ticket.parentNumber);
      expect(parent).toMatchObject({ parentNumber: null, sprintId: ticket.sprintId });
      expect(northwind.tickets.indexOf(ticket)).toBeGreaterThan(
        northwind.tickets.findIndex(({ number }) => number === ticket.parentNumber),
      );
    }
    for (const { signers } of northwind.policy.functions)
      for (const id of signers) expect(people).toContain(id);
    expect(northwind.people[0]?.role).toBe("admin");
  });

  it("ranks its tickets sprint by sprint, the backlog last", () => {
    const order = northwind.tickets.map(({ sprintId }) =>
      northwind.sprints.findIndex(({ id }) => id === sprintId),
    );
    const ranks = order.map((at) => (at < 0 ? northwind.sprints.length : at));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(6);
  });

  it("says nothing twice", () => {
    expect(new Set(northwind.tickets.map(({ summary }) => summary.toLowerCase())).size).toBe(120);
  });
});

describe("what the rules say about the seeded company", () => {
  const all = alignments(northwind);

  it("gives every alignment a company can have, by every way", () => {
    const seen = new Set(
      all.map((alignment) => {
        if (alignment.kind === "aligned")
          return `aligned by ${alignment.from.id === "believable-tracking" ? "two levels" : "one"}`;
        if (alignment.kind === "lane") return `${alignment.lane} by ${alignment.by}`;
        return alignment.kind === "orphan" ? alignment.reasons.join("+") : alignment.reason;
      }),
    );
    expect([...seen].sort()).toEqual(
      [
        "aligned by one",
        "aligned by two levels",
        ...lane.options.map((name) => `${name} by declaration`),
        "incident by issue-type",
        ...["no-parent", "parent-without-sheet", "no-aim", "no-mechanism", "bet-stopped", "gate-overdue"],
      ].sort(),
    );
  });

  it("aligns bets by their own sheets", () => {
    const { find } = companyItems(northwind);
    const bet = find("wave-planning");
    if (bet === undefined) throw new Error("the bet is gone");
    expect(resolveAlignment(bet, chainOf(bet, find), northwind.policy.lanes, now)).toMatchObject({
      kind: "aligned",
      inherited: false,
    });
  });

  it("has every standing among its bets, and every one that is not bad among the live bets with tickets", () => {
    const standings = new Map(northwind.bets.map((bet) => [bet.id, standingOfBet(bet, northwind)]));
    expect([...new Set(standings.values())].sort()).toEqual([...standing.options].sort());
    const live = ["wave-planning", "believable-tracking", "delay-messages", "self-setup"];
    expect(live.map((id) => standings.get(id))).toEqual(["signed", "stale", "partial", "unsigned"]);
  });

  it("leaves 15 to 25 % of the tickets orphans", () => {
    expect(shareOf(all, "orphan")).toBeGreaterThanOrEqual(0.15);
    expect(shareOf(all, "orphan")).toBeLessThanOrEqual(0.25);
  });
});

describe("a larger or smaller company", () => {
  it.each([0, 1, 7, 119, 121, 1_000])("has exactly %i tickets, numbered from 1", (issues) => {
    const { tickets } = seedCompany({ today, issues });
    expect(tickets.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: issues }, (_, at) => at + 1),
    );
  });

  it("keeps the proportions at 10,000, and still says nothing twice", () => {
    const large = seedCompany({ today, issues: 10_000 });
    const [before, after] = [alignments(northwind), alignments(large)];
    expect(large.tickets).toHaveLength(10_000);
    expect(new Set(large.tickets.map(({ summary }) => summary)).size).toBe(10_000);
    for (const kind of ["aligned", "lane", "orphan"] as const) {
      expect(Math.abs(shareOf(after, kind) - shareOf(before, kind)), kind).toBeLessThan(0.03);
    }
    const small = sprintShares(northwind);
    sprintShares(large).forEach((share, at) => {
      expect(Math.abs(share - (small[at] ?? 0))).toBeLessThan(0.07);
    });
  });
});

describe("hostile tickets", () => {
  it("come on top, into the running sprint, and leave the others as they are", () => {
    const hostile = seedCompany({ today, hostile: true });
    const added = hostile.tickets.filter(({ number }) => number > 120);
    expect(hostile.tickets.filter(({ number }) => number <= 120)).toEqual(northwind.tickets);
    expect(new Set(alignments({ ...hostile, tickets: added }).map(({ kind }) => kind))).toEqual(
      new Set(["aligned", "orphan"]),
    );
    expect(added.every(({ sprintId }) => sprintId === "sprint-24")).toBe(true);
    const summaries = added.map(({ summary }) => summary).join("\n");
    for (const part of ["<script>", "onerror=", "\u202e", "XD-404", "evil.example", "🚚"])
      expect(summaries).toContain(part);
    expect(Math.max(...added.map(({ summary }) => summary.length))).toBeGreaterThanOrEqual(9_990);
  });
});
