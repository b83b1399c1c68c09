import type { BenchRow } from "./bench-row";
import type { Contender } from "./contender";
import { waitForFacts } from "./contender";
import { type HostPage, openHostPage } from "./host-page";

const tickets = 1_000;
/** Levels above a ticket that the sandbox's Jira has: bets, initiatives; fewer than 100 of each. */
const ancestorLevels = 2;

/** What the gate reads of sprints, whatever tickets are in view. */
const ofSprints = /\/rest\/(agile|software)\/|\/field$|\bcycles\b/;

/** Calls to the tracker's public API for 1,000 tickets that nothing is known of, all on one page. */
export async function newTickets(host: HostPage, { context, sandbox }: Contender): Promise<BenchRow> {
  const isJira = host.name === "Jira backlog";
  let toLinear = 0;
  // Hears of every call, and answers none.
  sandbox.linear.faults.push({
    match({ host: at, query }) {
      if (at === "api.linear.app" && !ofSprints.test(query)) toLinear += 1;
      return false;
    },
    respond: () => new Response(null, { status: 500 }),
  });
  const calls = () =>
    isJira ? sandbox.jira.requests.filter(({ path }) => !ofSprints.test(path)).length : toLinear;
  const before = calls();
  const page = await openHostPage(context, host, tickets);
  await waitForFacts(page, tickets);
  const value = calls() - before;
  sandbox.linear.faults.length = 0;
  await page.close();
  return {
    name: `API calls for ${tickets} new tickets, ${host.name}`,
    value,
    unit: "calls",
    target: isJira ? 10 + ancestorLevels : 20,
    scenario: "nothing known before; what all of them share, such as the policy, counts too",
  };
}
