import { describe, expect, test } from "vitest";
import type { Bet } from "../sandbox/company/company";
import { seedCompany } from "../sandbox/company/seed";
import { issueKeys } from "../sandbox/jira/issue-keys";
import { useJourney } from "./harness";
import { expectedBadges, today } from "./jira-expected-badges";
import { expectBadges, waitForOneEach } from "./jira-units";

const company = seedCompany({ today: today() });
const journey = useJourney({ company, linearKey: null });
const isAbove = ({ id }: Bet) => company.bets.some(({ parentBetId }) => parentBetId === id);
/** The key of the first bet of this kind. */
function keyOf(fits: (bet: Bet) => boolean): string {
  const bet = company.bets.find(fits);
  const key = bet && issueKeys(company).get(bet);
  if (!key) throw new Error("The company has no such bet");
  return key;
}
const board = "/jira/software/c/projects/ATL/boards/1";
const views = {
  backlog: { path: `${board}/backlog`, least: 20 },
  board: { path: board, least: 20 },
  "issue that inherits": { path: "/browse/ATL-82", least: 2 },
  "issue with a sub-task": { path: "/browse/ATL-90", least: 4 },
  "orphan's issue": { path: "/browse/ATL-33", least: 1 },
  "epic with its own sheet": { path: `/browse/${keyOf(({ id }) => id === "wave-planning")}`, least: 5 },
  "initiative above epics": { path: `/browse/${keyOf(isAbove)}`, least: 2 },
};

describe.each(["light", "dark"])("in %s", (theme) => {
  test.each(Object.entries(views))(
    "each ticket of the %s has its one badge, and it is right",
    async (_, { path, least }) => {
      const page = await journey.openJira(`${path}?theme=${theme}`);
      const units = await waitForOneEach(page, least);
      expectBadges(units, expectedBadges(company, journey.sandbox.jira));
    },
  );
});

test("the seed shows every state, and aligned tickets with and without a lock", async () => {
  const page = await journey.openJira(`${board}/backlog`);
  const badges = (await waitForOneEach(page, 20)).flatMap((unit) => unit.badges);
  expect(new Set(badges.map((badge) => badge.state))).toEqual(new Set(["aligned", "lane", "orphan"]));
  const aligned = badges.filter(({ state }) => state === "aligned");
  expect(new Set(aligned.map(({ locked }) => locked))).toEqual(new Set([true, false]));
});
