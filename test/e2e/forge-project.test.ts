import type { Frame } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { policy } from "../../shared/domain/policy";
import { appAdminHref, appSettingsHref } from "../sandbox/jira/pages/route";
import { appFrame, expectNoFaultInFrame, pictureWithFrame, themed } from "./forge-frame";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { picture, type Theme, themes } from "./own-pages";
import { jiraStage } from "./tracker-stage";

const journey = useJourney({ extension: false, forgeApp: true, company: companyWithGate("observe") });
const stage = jiraStage(journey);
const project = () => {
  const [first] = journey.sandbox.jira.projects;
  if (first === undefined) throw new Error("there is no project");
  return first;
};
const app = () => {
  const { drawn } = journey.sandbox;
  if (drawn.app === undefined) throw new Error("there is no app");
  return drawn.app;
};
const appPage = () => new URL(journey.sandbox.urls.jira.app ?? "").pathname;
const openTab = async (frame: Frame, name: string) => frame.getByRole("tab", { name, exact: true }).click();
let agreed: unknown;
journey.whenStarted(() => {
  agreed = project().properties.get("plumbline.policy");
});
afterEach(() => void project().properties.set("plumbline.policy", agreed));

/** Opens a page of the app light and dark, looks at both, and gives the last. */
async function openedInBothThemes(path: string, isDrawn: (frame: Frame) => Promise<void>, name: string) {
  const look = async (theme: Theme) => {
    const page = await journey.openJira(themed(path, theme));
    const frame = await appFrame(page);
    await isDrawn(frame);
    await pictureWithFrame(page, `${name}-${theme}`);
    await expectNoFaultInFrame(page);
    return { page, frame };
  };
  await look("light");
  return look("dark");
}

test.each(themes)("the project's page shows sheets, readiness and orphans, %s", async (theme) => {
  await stage.signIn("ana");
  const jira = await journey.openJira(themed(appPage(), theme));
  const frame = await appFrame(jira);
  await frame.getByText(/unfinished tickets were read\.$/).waitFor({ timeout: 30_000 });
  const bets = [...journey.sandbox.jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel > 0 && it.status.category.key !== "done",
  );
  await expect.poll(() => frame.locator(".bets > li").count()).toBeGreaterThanOrEqual(bets.length);
  await pictureWithFrame(jira, `forge-project-sheets-${theme}`);
  await expectNoFaultInFrame(jira);

  await openTab(frame, "Sprint");
  await frame
    .getByText(/^\d+ ready, \d+ not$/)
    .first()
    .waitFor();
  await pictureWithFrame(jira, `forge-project-sprint-${theme}`);
  await expectNoFaultInFrame(jira);

  await openTab(frame, "Orphans");
  await frame.getByText("Bets that it may serve").waitFor();
  await pictureWithFrame(jira, `forge-project-orphans-${theme}`);
  await expectNoFaultInFrame(jira);
});

test("the project's page opens its ready-made searches in Jira's own search", async () => {
  await stage.signIn("tom");
  const jira = await journey.openJira(themed(appPage(), "light"));
  const frame = await appFrame(jira);
  await openTab(frame, "Orphans");
  const [search] = await Promise.all([
    journey.context.waitForEvent("page"),
    frame.getByRole("button", { name: "Orphans in Jira's search" }).click(),
  ]);
  await search.waitForLoadState();
  expect(new URL(search.url()).searchParams.get("jql")).toContain("plumblineLink = orphan");
  await picture(search, "forge-ready-search");
  await search.close();
});

test("the project's page tells what the gate did there", async () => {
  await stage.signIn("tom");
  const jira = await journey.openJira(themed(appPage(), "light"));
  const frame = await appFrame(jira);
  await openTab(frame, "Gate");
  await frame.getByRole("heading", { name: "What the gate did" }).waitFor();
  await pictureWithFrame(jira, "forge-project-gate-light");
  await expectNoFaultInFrame(jira);
});

test("an orphan is linked with one key in the app's page, and the link is taken back", async () => {
  await stage.signIn("tom");
  const jira = await journey.openJira(appPage());
  const frame = await appFrame(jira);
  await frame.getByText(/unfinished tickets were read\.$/).waitFor({ timeout: 30_000 });
  await openTab(frame, "Orphans");
  await frame.getByText("Bets that it may serve").waitFor();
  const key = /[A-Z]+-\d+/.exec((await frame.getByRole("tabpanel").textContent()) ?? "")?.[0] ?? "";
  const before = stage.betOf(key);
  await frame.getByRole("tab", { name: "Orphans" }).press("1");
  await frame.getByText(/^Linked/).waitFor();
  await expect.poll(() => stage.betOf(key)).not.toBe(before);
  await frame.getByRole("tab", { name: "Orphans" }).press("u");
  await expect.poll(() => stage.betOf(key)).toBe(before);
});

test.each(themes)(
  "the readiness of the sprints opens over the backlog, from it and from a sprint, %s",
  async (theme) => {
    await stage.signIn("tom");
    const backlog = await journey.openJira(
      themed(new URL(journey.sandbox.urls.jira.backlog).pathname, theme),
    );
    await backlog.getByRole("button", { name: "Check sprint readiness" }).click();
    const frame = await appFrame(backlog);
    const { jira } = journey.sandbox;
    const future = jira.sprints.find(({ state }) => state === "future");
    const inside = [...jira.issues.values()].filter(
      (it) => it.sprintIds.some((id) => id === future?.id) && it.type.hierarchyLevel >= 0,
    );
    const ready = inside.filter((it) => isReady(jira, it));
    await frame.getByRole("heading", { name: future?.name ?? "" }).waitFor();
    const section = frame.locator("section.sprint").filter({ hasText: future?.name ?? "" });
    await section.getByText(`${ready.length} ready`, { exact: false }).first().waitFor();
    await pictureWithFrame(backlog, `forge-readiness-${theme}`);
    await backlog.getByTestId("app-modal").getByRole("button", { name: "Close" }).click();
    expect(await backlog.getByTestId("app-modal").count()).toBe(0);

    await backlog.getByRole("button", { name: `${future?.name}: more actions` }).click();
    await backlog.getByRole("menuitem", { name: "Check sprint readiness" }).click();
    await (await appFrame(backlog)).getByRole("heading", { name: "Readiness of the sprints" }).waitFor();
    await expectNoFaultInFrame(backlog);
  },
);

test("who administers the project changes its policy there; others are not shown the page", async () => {
  const path = appSettingsHref(project().key, app());
  await stage.signIn("ana");
  const isDrawn = (frame: Frame) => frame.getByText(/^If it kept out from now on/).waitFor();
  const { page, frame } = await openedInBothThemes(path, isDrawn, "forge-settings");
  await frame.getByLabel("Keep out what is not signed off").check();
  await frame.getByRole("button", { name: /^Save for all of/ }).click();
  await frame.getByText("Saved in the tracker. It holds from now on.").waitFor();
  expect(policy.parse(project().properties.get("plumbline.policy")).mode).toBe("block");
  // Inside Jira nobody keeps a policy for themselves.
  expect(await frame.getByRole("button", { name: "Keep for me alone" }).count()).toBe(0);
  await expectNoFaultInFrame(page);

  for (const name of ["tom", "raj"]) {
    await stage.signIn(name);
    const theirs = await journey.openJira(path);
    await theirs.getByText("You don't have permission to see this page.").waitFor();
    expect(await theirs.locator("iframe").count()).toBe(0);
  }
});

test("an administrator of the site sees the app's health and sets the policy of all projects", async () => {
  const path = appAdminHref(app());
  await stage.signIn("ana");
  async function isDrawn(frame: Frame): Promise<void> {
    await frame.getByRole("heading", { name: "Health of the app" }).waitFor();
    await frame.getByText("There is none: where a project has no policy, nothing is kept out.").waitFor();
    await frame.getByText("Last sweep").waitFor();
  }
  const { page, frame } = await openedInBothThemes(path, isDrawn, "forge-admin");
  await frame.getByLabel("Warn, and let in with a reason").check();
  await frame.getByRole("button", { name: "Save for all projects without a policy" }).click();
  await frame.getByText("Saved. It holds from now on.").waitFor();
  await page.reload();
  const again = await appFrame(page);
  await again.getByText("It holds now wherever a project has none.").waitFor();
  expect(await again.getByLabel("Warn, and let in with a reason").isChecked()).toBe(true);
  await again.getByRole("button", { name: "Remove it" }).click();
  await again.getByText(/^Removed\./).waitFor();

  await stage.signIn("tom");
  const toms = await journey.openJira(path);
  await toms.getByText("You don't have permission to see this page.").waitFor();
});
