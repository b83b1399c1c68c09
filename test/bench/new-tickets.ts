import type { BenchRow } from "./bench-row";
import type { Contender } from "./contender";
import { waitForFacts } from "./contender";
import { type HostPage, openHostPage } from "./host-page";

const tickets = 1_000;
/** Levels above a ticket that the sandbox's Jira has: bets, initiatives; fewer than 100 of each. */
const ancestorLevels = 2;

/** What the gate reads of sprints, whatever tickets are in view. */
const ofSprints = /\/rest\/(agile|software)\/|\/field$/;

/** Calls to the tracker's public API for 1,000 tickets that nothing is known of, all on one page. */
export async function newTickets(host: HostPage, { context, sandbox }: Contender): Promise<BenchRow> {
  const isJira = host.name === "Jira backlog";
  const calls = () =>
    isJira
      ? sandbox.jira.requests.filter(({ path }) => !ofSprints.test(path)).length
      : sandbox.linear.requests.filter(({ host: at }) => at === "api.linear.app").length;
  const before = calls();
  const page = await openHostPage(context, host, tickets);
  await waitForFacts(page, tickets);
  const value = calls() - before;
  await page.close();
  return {
    name: `API calls for ${tickets} new tickets, ${host.name}`,
    value,
    unit: "calls",
    target: isJira ? 10 + ancestorLevels : 20,
    scenario: "nothing known before; what all of them share, such as the policy, counts too",
  };
}
