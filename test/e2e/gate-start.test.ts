import { expect, test } from "vitest";
import { formIsClosed, formOver } from "./capture-frame";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";

const journey = useJourney({ company: companyWithGate("block"), linearKey: null });

test("whoever starts a sprint with tickets that are not signed off is asked once, with a list of them", async () => {
  const { jira } = journey.sandbox;
  const [active, future] = ["active", "future"].map((it) => jira.sprints.find(({ state }) => state === it));
  if (!active || !future) throw new Error("The seed has no such sprints.");
  active.state = "closed";
  const tickets = [...jira.issues.values()].filter((it) => it.type.hierarchyLevel === 0);
  const [one, other] = [false, true].map((ready) =>
    tickets.find((it) => it.sprintIds.length === 0 && isReady(jira, it) === ready),
  );
  if (!one || !other) throw new Error("The seed has no such tickets.");
  for (const it of [one, other]) it.sprintIds = [future.id];
  const unready = tickets.filter((it) => it.sprintIds.includes(future.id) && !isReady(jira, it));

  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const start = async () => {
    await page.getByRole("button", { name: "Start sprint" }).first().click();
    await page.getByTestId("sprint-start.ui.start-sprint-button").click();
  };
  await start();
  const dialog = await formOver(page);
  await dialog.getByText("These tickets of the sprint that you start are not ready").waitFor();
  const listed = unready.length > 1 ? ".gate-list strong" : ".gate-ticket h3";
  const named = async () =>
    (await dialog.locator(listed).allTextContents()).map((it) => it.trim().split(" ")[0]).toSorted();
  await expect.poll(named).toEqual(unready.map(({ key }) => key).toSorted());
  expect(future.state).toBe("future");
  await page.keyboard.press("Escape");
  await formIsClosed(page);

  const dialogOfJira = page.getByTestId("sprint-start.ui.start-sprint-button");
  if (await dialogOfJira.isVisible()) await dialogOfJira.click();
  else await start();
  await expect.poll(() => future.state).toBe("active");
});
