import { expect, test } from "vitest";
import { dropIntoSprint } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";

const journey = useJourney({ company: companyWithGate("observe"), linearKey: null });

interface Logged {
  issue: string | null;
  verdict: string;
  strict: string | null;
  why: string | null;
  reasons: string[];
}

test("where the policy observes, a move waits for nothing, and what the gate would have said is noted", async () => {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const [first, second] = [...jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && !isReady(jira, it),
  );
  if (!future || !first || !second) throw new Error("The seed has no such tickets.");
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const settings = await journey.context.newPage();
  await settings.goto(`chrome-extension://${journey.extensionId}/options.html`);
  const loggedOf = async (key: string): Promise<Logged[]> => {
    const json = await settings.evaluate(async () => {
      const message = { id: 0, type: "exportLocalData", timestamp: Date.now() };
      return (await chrome.runtime.sendMessage(message)).res as string;
    });
    const { gateLog } = JSON.parse(json) as { gateLog: Logged[] };
    return gateLog.filter(({ issue }) => issue === key);
  };
  const move = (key: string) => dropIntoSprint(page, [key], future.id);

  expect(await move(first.key)).toBe(204);
  await expect
    .poll(() => loggedOf(first.key), { timeout: 30_000 })
    .toMatchObject([
      {
        ...{ verdict: "allow", strict: "block", why: "unawaited" },
        reasons: expect.arrayContaining(["observing"]),
      },
    ]);

  // Jira answers nothing that the gate asks before the gate's own deadline.
  let asked = 0;
  jira.faults.push({
    match: ({ url }) => /\/rest\/api\/3\//.test(url),
    respond: () => {
      asked += 1;
      return 8_000;
    },
  });
  expect(await move(second.key)).toBe(204);
  await expect
    .poll(() => loggedOf(second.key), { timeout: 30_000 })
    .toMatchObject([
      { verdict: "allow", why: "unawaited", reasons: expect.arrayContaining(["facts-missing"]) },
    ]);
  expect(asked).toBeGreaterThan(0);
  expect([first.sprintIds, second.sprintIds]).toEqual([[future.id], [future.id]]);
  await settings.close();
});
