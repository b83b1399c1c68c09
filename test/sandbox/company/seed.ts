import type { Company } from "./company";
import { addDays } from "./days";
import { growFamilies } from "./grow-families";
import { aims } from "./northwind/aims";
import { hostileFamilies } from "./northwind/hostile";
import { people, policy } from "./northwind/people";
import { sprints } from "./northwind/sprints";
import { works } from "./northwind/works";
import { createRandom } from "./random";
import { sowTickets } from "./sow-tickets";
import { countTickets, familiesOf, firstTickets } from "./ticket-family";

export interface SeedOptions {
  /** `YYYY-MM-DD`: the running sprint began five days before it; gates and deadlines are counted from it. */
  today: string;
  /**
   * How many tickets, sub-tasks included. 120 are hand-written; more are made up in the same proportions,
   * and fewer are a part of the hand-written ones, in which some orphan reason may be lacking.
   */
  issues?: number;
  /** Adds, beyond `issues` and ranked first in the running sprint, tickets whose text tries to break what shows it. */
  hostile?: boolean;
}

/**
 * Northwind, a small company that makes shipping software: 4 aims, 10 bets and the initiative above two of them,
 * 5 sprints, and 120 tickets among which are every alignment result, every orphan reason and every standing.
 * The same options give the same company.
 */
export function seedCompany({ today, issues = 120, hostile = false }: SeedOptions): Company {
  const random = createRandom(24);
  const day = (days: number) => addDays(today, days);
  const all = works(day);
  const handWritten = firstTickets(familiesOf(all, random), issues);
  const grown = growFamilies(all, issues - countTickets(handWritten), random);
  const tickets = sowTickets([...handWritten, ...grown], random);
  if (hostile) tickets.unshift(...sowTickets(hostileFamilies, random, issues + 1));
  return {
    name: "Northwind",
    people: structuredClone(people),
    policy: structuredClone(policy),
    aims: structuredClone(aims),
    bets: all.flatMap(({ bet }) => (bet === null ? [] : [bet])),
    sprints: sprints(day),
    tickets,
  };
}
