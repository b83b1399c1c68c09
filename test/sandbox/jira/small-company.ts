import { defaultPolicy } from "../../../shared/domain/policy";
import type { Bet, Company, Person, Sprint, Ticket } from "../company/company";

const person = (id: string, role: Person["role"]): Person => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@northwind.example`,
  role,
});

const sprint = (
  id: string,
  state: Sprint["state"],
  startDate: string | null,
  endDate: string | null,
): Sprint => ({
  id,
  name: `Sprint ${id}`,
  state,
  startDate,
  endDate,
});

/** A ticket with nothing said about it but its number. */
export const ticket = (number: number, said: Partial<Ticket> = {}): Ticket => ({
  number,
  summary: `Ticket ${number}`,
  description: "",
  type: "Story",
  status: "todo",
  points: null,
  priority: "medium",
  assigneeId: null,
  betId: null,
  parentNumber: null,
  sprintId: null,
  lane: null,
  statement: null,
  labels: [],
  importedKey: null,
  ...said,
});

/** A bet without aim, sheet, statement. */
export const bet = (id: string, said: Partial<Bet> = {}): Bet => ({
  id,
  title: `Bet ${id}`,
  aimId: null,
  sheet: null,
  statement: null,
  signOffs: [],
  parentBetId: null,
  importedKey: null,
  ...said,
});

/**
 * A company that a test can hold in the head: people ana (admin), raj (signer), tom (member), olga (stranger);
 * sprints 1 closed, 2 active, 3 and 4 future (4 without dates); tickets 1 to 6 unless others are given:
 * 1 and 2 in the active sprint, 3 in the closed one, 4 a sub-task of 1, 5 and 6 in the backlog; one bet above 1 and 5.
 */
export const smallCompany = (said: Partial<Company> = {}): Company => ({
  name: "Northwind",
  people: [
    person("ana", "admin"),
    person("raj", "signer"),
    person("tom", "member"),
    person("olga", "stranger"),
  ],
  policy: defaultPolicy,
  aims: [],
  bets: [bet("north")],
  sprints: [
    sprint("one", "closed", "2026-10-26", "2026-11-06"),
    sprint("two", "active", "2026-11-09", "2026-11-20"),
    sprint("three", "future", "2026-11-23", "2026-12-04"),
    sprint("four", "future", null, null),
  ],
  tickets: [
    ticket(1, { sprintId: "two", betId: "north", status: "progress", assigneeId: "tom", labels: ["api"] }),
    ticket(2, { sprintId: "two", type: "Bug", priority: "urgent", summary: "Labels print twice" }),
    ticket(3, { sprintId: "one", status: "done" }),
    ticket(4, { type: "Sub-task", parentNumber: 1 }),
    ticket(5, { betId: "north", description: "See ATL-2.\nFirst line.\n\nSecond paragraph." }),
    ticket(6, { type: "Incident", priority: "low", summary: "Scanner offline in Leeds" }),
  ],
  ...said,
});
