import { expect, test } from "vitest";
import { moveToSprint, updateSprint } from "../sandbox/jira/sprints";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { sweptPage } from "./swept-page";

const journey = useJourney({ company: companyWithGate("block"), linearKey: null });

test("who completes a sprint keeps what it hands on, though the gate looks in the middle of that", async () => {
  const { jira } = journey.sandbox;
  const [active, future] = ["active", "future"].map((it) => jira.sprints.find(({ state }) => state === it));
  const ana = jira.users.find(({ personId }) => personId === "ana");
  if (!active || !future || !ana) throw new Error("The seed has no such sprints");
  const open = [...jira.issues.values()]
    .filter((it) => it.sprintIds.includes(active.id) && it.type.hierarchyLevel === 0 && !isReady(jira, it))
    .slice(0, 50);
  expect(open.length).toBeGreaterThan(0);
  const page = await sweptPage(journey, "atlassian.net", journey.openJira);
  const looks = () =>
    jira.requests.filter(({ path }) => path.startsWith(`/rest/software/1.0/sprint/${future.id}/`)).length;
  const before = looks();

  // What the page sends is not publicly known; the site hands on by this person's hand, and ends the sprint a moment later.
  await page.evaluate(() => fetch("/rest/greenhopper/1.0/complete", { method: "PUT", body: "{}" }));
  const handed = moveToSprint(
    jira,
    ana,
    open.map(({ key }) => key),
    future.id,
  );
  expect(handed.ok).toBe(true);
  await expect.poll(looks, { timeout: 15_000 }).toBeGreaterThan(before);
  expect(updateSprint(jira, ana, active.id, { state: "closed" }).ok).toBe(true);

  // Its next looks.
  const then = looks();
  await expect.poll(looks, { timeout: 30_000 }).toBeGreaterThan(then);
  await page.waitForTimeout(8_000);
  expect(open.filter((it) => !it.sprintIds.includes(future.id)).map(({ key }) => key)).toEqual([]);
  expect(await page.locator("plumbline-gate-notice").count()).toBe(0);
});
