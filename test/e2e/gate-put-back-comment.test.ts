import { expect, test } from "vitest";
import { adfToText } from "../sandbox/jira/adf";
import { issueBy } from "../sandbox/linear/issues";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { expectedInLinear } from "./linear-expected";
import { sweptPage } from "./swept-page";

const company = companyWithGate("block");
company.policy.commentOnPutBack = true;
const journey = useJourney({ company });
const notice = "plumbline-gate-notice";
/** Two sweeps later at the least. */
const laterMs = 7_000;

test("in Jira, what was put back says so to everybody on the ticket itself, once", async () => {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const ticket = [...jira.issues.values()].find(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && !isReady(jira, it),
  );
  if (!future || !ticket) throw new Error("The seed has no such ticket");
  const query = `/issues/?jql=${encodeURIComponent(`key = ${ticket.key}`)}`;
  const page = await sweptPage(journey, "atlassian.net", () => journey.openJira(query));
  // A cell of the navigator, whose request nobody knows.
  const row = page
    .locator('tr[data-testid="native-issue-table.ui.issue-row"]')
    .filter({ hasText: ticket.key });
  await row.getByLabel("Edit Sprint").click();
  await row.getByLabel("Sprint", { exact: true }).selectOption(String(future.id));
  await page.locator(notice).getByText(ticket.key).waitFor({ timeout: 20_000 });
  const said = `Plumbline took this out of ${future.name} and put it back into the backlog:`;
  const comments = () => ticket.comments.filter(({ body }) => adfToText(body).includes(said));
  await expect.poll(() => comments().length, { timeout: 15_000 }).toBe(1);
  expect(comments()[0]?.author.personId).toBe("ana");

  await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await page.waitForTimeout(laterMs);
  expect(comments()).toHaveLength(1);
  const own = await journey.openJira(`/browse/${ticket.key}`);
  await own.getByText(said).waitFor();
});

test("in Linear too", async () => {
  const { linear } = journey.sandbox;
  const now = new Date().toISOString();
  const cycle = linear.store.all("Cycle").find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
  const expected = expectedInLinear(company);
  const keyOf = ({ number }: { number: number }) => `${linear.team.key}-${number}`;
  const issue = linear.store
    .all("Issue")
    .find((it) => it.cycleId === null && expected.get(keyOf(it))?.state === "orphan");
  if (!cycle || !issue) throw new Error("The seed has no such issue");
  const key = keyOf(issue);
  const page = await sweptPage(journey, "linear.app", () => journey.openLinear(`/northwind/issue/${key}`));
  await page.getByLabel("Change cycle").waitFor();
  // A request that waits for nothing.
  await page.evaluate(
    ([id, cycleId]) => {
      const query = `mutation { issueUpdate(id: "${id}", input: { cycleId: "${cycleId}" }) { lastSyncId } }`;
      const xhr = new XMLHttpRequest();
      xhr.open("POST", "https://client-api.linear.app/graphql", false);
      xhr.withCredentials = true;
      xhr.setRequestHeader("Content-Type", "application/json");
      xhr.send(JSON.stringify({ query }));
    },
    [issue.id, cycle.id] as const,
  );
  expect(issueBy(linear, key).cycleId).toBe(cycle.id);
  await page.locator(notice).getByText(key).waitFor({ timeout: 20_000 });
  const comments = () =>
    linear.store
      .all("Comment")
      .filter(
        (it) => it.issueId === issue.id && /^Plumbline took this out of .+ and put it back/.test(it.body),
      );
  await expect.poll(() => comments().length, { timeout: 15_000 }).toBe(1);
  await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
  await page.waitForTimeout(laterMs);
  expect(comments()).toHaveLength(1);
  await page.reload();
  await page.getByText(/^Plumbline took this out of/).waitFor();
});
