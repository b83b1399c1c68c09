import type { WorkItem } from "../../../shared/domain/issue";
import { none, value } from "../../../shared/domain/result";
import type { Bet, Company, Ticket } from "./company";

/** The company as the rules see it, without a tracker between: what the sandbox's trackers should give back in the end. */
export function companyItems(company: Company): {
  tickets: WorkItem[];
  find: (id: string) => WorkItem | undefined;
} {
  const tickets = company.tickets.map(ticketItem);
  const byId = new Map([...company.bets.map(betItem), ...tickets].map((item) => [item.id, item]));
  return { tickets, find: (id) => byId.get(id) };
}

function betItem(bet: Bet): WorkItem {
  return {
    ...item(bet.id, bet.importedKey ?? bet.id, bet.title),
    type: "Epic",
    isBet: true,
    parentId: bet.parentBetId,
    sheet: bet.sheet === null ? none : value(bet.sheet),
    statement: bet.statement === null ? none : value(bet.statement),
  };
}

function ticketItem(ticket: Ticket): WorkItem {
  return {
    ...item(`${ticket.number}`, ticket.importedKey ?? `ATL-${ticket.number}`, ticket.summary),
    type: ticket.type,
    parentId: ticket.betId ?? (ticket.parentNumber === null ? null : `${ticket.parentNumber}`),
    statement: ticket.statement === null ? none : value(ticket.statement),
    lane: ticket.lane,
  };
}

const item = (id: string, key: string, title: string): WorkItem => ({
  id,
  key,
  title,
  type: "",
  isBet: false,
  parentId: null,
  url: `https://northwind.atlassian.net/browse/${key}`,
  sheet: none,
  statement: none,
  standingMirror: null,
  lane: null,
});
