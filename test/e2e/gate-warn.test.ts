import { expect, test } from "vitest";
import { formIsClosed, formOver } from "./capture-frame";
import { dropIntoSprint } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { picture } from "./own-pages";

const journey = useJourney({ company: companyWithGate("warn"), linearKey: null });

test("a warning lets the ticket in, says what is missing, and keeps why it stays in", async () => {
  const { jira } = journey.sandbox;
  const future = jira.sprints.find(({ state }) => state === "future");
  const outside = [...jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0,
  );
  const ticket = outside.find((it) => !isReady(jira, it));
  const ready = outside.find((it) => isReady(jira, it));
  if (!future || !ticket || !ready) throw new Error("The seed has no such tickets.");
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const drop = (key: string) => dropIntoSprint(page, [key], future.id);

  expect(await drop(ready.key)).toBe(204);
  expect(await drop(ticket.key)).toBe(204);
  const dialog = await formOver(page);
  await dialog.getByText("It went into the sprint, though something is missing").waitFor();
  expect(await dialog.getByText(ready.key, { exact: true }).count()).toBe(0);
  expect(ticket.sprintIds).toEqual([future.id]);
  await picture(page, "gate-dialog-warn");
  await dialog.getByLabel("Why does it stay in?").fill("The customer was promised it");
  await dialog.getByRole("button", { name: "Leave it in" }).click();
  await formIsClosed(page);
  // Within its sprint it does not enter it, and nobody is warned again.
  expect(await drop(ticket.key)).toBe(204);

  const settings = await journey.context.newPage();
  await settings.goto(`chrome-extension://${journey.extensionId}/options.html`);
  const json = await settings.evaluate(async () => {
    const message = { id: 0, type: "exportLocalData", timestamp: Date.now() };
    return (await chrome.runtime.sendMessage(message)).res as string;
  });
  const { gateLog } = JSON.parse(json) as {
    gateLog: { issue: string; override: unknown; verdict: string }[];
  };
  expect(gateLog.filter(({ issue }) => issue === ticket.key)).toMatchObject([
    { verdict: "warn", override: null },
    { verdict: "passed", override: { how: "warned", reason: "The customer was promised it" } },
  ]);
  expect(page.frames().some((it) => it.url().endsWith("/capture.html"))).toBe(false);
  await settings.close();
});
