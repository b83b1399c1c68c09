import type { WorkItem } from "../../shared/domain/issue";
import { createBetSuggester, type LinkedTicket } from "../../shared/domain/suggest-bets";
import { companyItems } from "../sandbox/company/company-items";
import { seedCompany } from "../sandbox/company/seed";
import { type HitRate, hitRate } from "./hit-rate";

const company = seedCompany({ today: "2026-11-21" });

/** The bets of the sandbox's company and the tickets that people linked to them by hand, in the order of their numbers. */
export function seedLinks(): { bets: WorkItem[]; linked: LinkedTicket[] } {
  const { find } = companyItems(company);
  const bets = company.bets.flatMap(({ id }) => find(id) ?? []);
  const linked = company.tickets
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, betId, summary, description, labels }): LinkedTicket[] =>
      betId === null
        ? []
        : [
            {
              key: `ATL-${number}`,
              betId,
              title: summary,
              description,
              labels,
              components: [],
              reporter: null,
            },
          ],
    );
  return { bets, linked };
}

/** Hides each ticket's link in turn and asks for it, knowing all others, or only those before it. */
export function rateSeed(knowing: "all others" | "earlier ones" | "the bets alone"): HitRate {
  const { bets, linked } = seedLinks();
  const answers = linked.map((ticket, at) => {
    const others = {
      "all others": linked.toSpliced(at, 1),
      "earlier ones": linked.slice(0, at),
      "the bets alone": [],
    };
    return { suggested: createBetSuggester(bets, others[knowing])(ticket, 3), right: ticket.betId };
  });
  return hitRate(answers);
}
