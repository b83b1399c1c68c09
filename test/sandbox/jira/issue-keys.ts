import type { Bet, Company, Ticket } from "../company/company";

/** `ATL` of `ATL-42`. */
export const projectKeyOf = (key: string): string => key.slice(0, key.lastIndexOf("-"));

/**
 * The key of every ticket and bet, tickets first: the imported one, else `ATL-<number>`
 * (or the first imported project in place of ATL); bets are numbered after the highest ticket.
 */
export function issueKeys(company: Company): Map<Bet | Ticket, string> {
  const all = [...company.tickets, ...company.bets];
  const imported = all.find((it) => it.importedKey !== null)?.importedKey ?? null;
  const project = imported === null ? "ATL" : projectKeyOf(imported);
  let last = Math.max(0, ...numbersIn(company, project));
  const keys = new Map<Bet | Ticket, string>();
  for (const ticket of company.tickets) keys.set(ticket, ticket.importedKey ?? `${project}-${ticket.number}`);
  for (const bet of company.bets) {
    if (bet.importedKey === null) last += 1;
    keys.set(bet, bet.importedKey ?? `${project}-${last}`);
  }
  return keys;
}

function* numbersIn(company: Company, project: string): Generator<number> {
  for (const { number, importedKey } of company.tickets) {
    if (importedKey === null) yield number;
  }
  for (const { importedKey } of [...company.tickets, ...company.bets]) {
    if (importedKey !== null && projectKeyOf(importedKey) === project)
      yield Number(importedKey.slice(project.length + 1));
  }
}
