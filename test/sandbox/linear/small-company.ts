import { defaultPolicy } from "../../../shared/domain/policy";
import type { Sheet } from "../../../shared/domain/sheet";
import type { Statement } from "../../../shared/domain/statement";
import type { Bet, Company, Ticket } from "../company/company";

/** The moment at which the tests of the workspace take place, in the middle of the active sprint. */
export const noon = new Date("2026-11-20T12:00:00.000Z");

export const smallSheet: Sheet = {
  state: "active",
  version: 1,
  aim: {
    title: "Parcels leave on the day of the order",
    definitionOfDone: "95 % of orders, four weeks long",
  },
  mechanism: { lever: "picking by zone", metric: "orders picked per hour", reason: "pickers walk less" },
  signals: [],
  stageGate: { date: "2026-12-04", rule: "picks per hour are up by 5 %" },
  guardrail: { sli: "mispicks", threshold: "below 0.5 %" },
  owner: "Ana",
  cadence: "weekly",
  rightToWin: null,
  risks: [],
  assumptions: ["zones can be walked by one person"],
  nonGoals: [],
};

export const smallStatement: Statement = {
  who: "Pickers of the night shift in Leeds",
  problem: "They walk 11 km a shift",
  evidence: ["pedometers, week 44"],
  cost: "40 orders a night leave a day late",
  successSignal: "walked km per shift from 11 down to 7 by 2026-12-18",
  workaround: null,
  nonGoals: [],
  author: "raj",
};

export function smallBet(fields: Partial<Bet> & { id: string }): Bet {
  return {
    title: fields.id,
    aimId: null,
    sheet: null,
    statement: null,
    signOffs: [],
    parentBetId: null,
    importedKey: null,
    ...fields,
  };
}

export function smallTicket(fields: Partial<Ticket> & { number: number }): Ticket {
  return {
    summary: `Ticket ${fields.number}`,
    description: "",
    type: "Story",
    status: "todo",
    points: null,
    priority: "none",
    assigneeId: null,
    betId: null,
    parentNumber: null,
    sprintId: null,
    lane: null,
    statement: null,
    labels: [],
    importedKey: null,
    ...fields,
  };
}

/** Three people, two aims, four bets, three sprints and six tickets; give `tickets` to have others. */
export function smallCompany(fields: Partial<Company> = {}): Company {
  return {
    name: "Northwind",
    policy: { ...defaultPolicy, functions: [{ name: "product", signers: ["ana"] }] },
    people: [
      { id: "ana", name: "Ana Silva", email: "ana@northwind.example", role: "admin" },
      { id: "raj", name: "Raj Patel", email: "raj@northwind.example", role: "member" },
      { id: "sam", name: "Sam Stone", email: "sam@northwind.example", role: "stranger" },
    ],
    aims: [
      { id: "same-day", title: "Same day", definitionOfDone: "95 % of orders", state: "active" },
      { id: "old", title: "Old aim", definitionOfDone: "it is over", state: "canceled" },
    ],
    bets: [
      smallBet({
        id: "zones",
        title: "Zone picking",
        aimId: "same-day",
        sheet: smallSheet,
        statement: smallStatement,
        signOffs: [
          { personId: "ana", function: "product", text: "current" },
          { personId: "raj", function: "product", text: "older" },
        ],
      }),
      smallBet({ id: "aisles", parentBetId: "zones" }),
      smallBet({ id: "stopped", aimId: "old", sheet: { ...smallSheet, state: "stopped" } }),
      smallBet({ id: "bare" }),
    ],
    sprints: [
      { id: "s1", name: "Sprint 1", state: "closed", startDate: "2026-11-02", endDate: "2026-11-16" },
      { id: "s2", name: "Sprint 2", state: "active", startDate: "2026-11-16", endDate: "2026-11-30" },
      { id: "s3", name: "Sprint 3", state: "future", startDate: null, endDate: null },
    ],
    tickets: [
      smallTicket({ number: 1, summary: "Print zone labels", betId: "zones", sprintId: "s2", points: 3 }),
      smallTicket({ number: 2, parentNumber: 1, status: "progress", sprintId: "s2", assigneeId: "raj" }),
      smallTicket({ number: 3, lane: "bug", labels: ["scanner"], priority: "urgent" }),
      smallTicket({ number: 4, betId: "bare", status: "done", sprintId: "s1" }),
      smallTicket({ number: 5, betId: "aisles", statement: smallStatement }),
      smallTicket({ number: 6 }),
    ],
    ...fields,
  };
}
