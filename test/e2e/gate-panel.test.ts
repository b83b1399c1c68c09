import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { policy } from "../../shared/domain/policy";
import { dropIntoSprint } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { expectNoAxeFault, openOwnPage, picture, themes } from "./own-pages";
import { openPanelBeside } from "./panel";

let agreed: unknown;
const journey = useJourney({ company: companyWithGate("observe") });

/** From now on this person is in front of the screen. */
const signIn = async (value: string) => {
  const [name, domain] = ["cloud.session.token", "northwind.atlassian.net"];
  await journey.context.addCookies([{ name, value, domain, path: "/", secure: true }]);
};
const project = () => journey.sandbox.jira.projects[0];
/** The policy that the company decided on, whatever a test made of it. */
const givePolicyBack = () => project()?.properties.set("plumbline.policy", agreed);
const openTab = async (tab: Page, name: string, theme: (typeof themes)[number] = "light") => {
  const panel = await openPanelBeside(journey, tab, theme);
  await panel.getByRole("tab", { name, exact: true }).click();
  return panel;
};
journey.whenStarted(() => {
  agreed = project()?.properties.get("plumbline.policy");
});
afterEach(async () => {
  givePolicyBack();
  await signIn("ana");
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

test("the policy is shown with what it would do, saved by who may, and its versions tell who changed what", async () => {
  const { jira } = journey.sandbox;
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const open = new Set(jira.sprints.filter(({ state }) => state !== "closed").map(({ id }) => id));
  const inside = [...jira.issues.values()].filter(
    (it) => it.sprintIds.some((id) => open.has(id)) && it.type.hierarchyLevel >= 0,
  );
  const out = inside.filter((it) => !isReady(jira, it));
  expect([inside.length > 0, out.length > 0]).toEqual([true, true]);

  const panel = await openTab(backlog, "Gate");
  await panel
    .getByText(
      `If it kept out from now on, ${out.length} of the ${inside.length} tickets now in open sprints would stay out.`,
    )
    .waitFor();
  await panel.getByText("See which").click();
  const named = await panel.locator(".policy-preview li strong").allTextContents();
  expect(named.sort()).toEqual(out.map(({ key }) => key).sort());

  await panel.getByLabel("Keep out what is not signed off").check();
  await panel.getByRole("button", { name: /^Save for all of/ }).click();
  await panel.getByText("Saved in the tracker. It holds from now on.").waitFor();
  const stored = () => policy.parse(project()?.properties.get("plumbline.policy"));
  expect(stored()).toMatchObject({
    mode: "block",
    functions: [{ name: "product" }, { name: "engineering" }],
  });
  await panel.getByText("Versions: 1").click();
  await panel.getByText(/Ana Duarte: first kept version/).waitFor();
  await panel.close();

  await signIn("tom");
  const toms = await openTab(await journey.openJira(), "Gate");
  await toms.getByLabel("Nothing", { exact: true }).check();
  await toms.getByRole("button", { name: /^Save for all of/ }).click();
  await toms.getByText(/only those who administer the project may/).waitFor();
  expect(stored().mode).toBe("block");
  await toms.getByRole("button", { name: "Let it go" }).click();
});

test("two people who change the policy at once lose nothing: the second one is shown and chooses", async () => {
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const panel = await openTab(backlog, "Gate");
  await panel.getByLabel("Warn, and let in with a reason").check();
  const theirs = { ...policy.parse(project()?.properties.get("plumbline.policy")), withoutFacts: "block" };
  project()?.properties.set("plumbline.policy", theirs);
  await panel.getByRole("button", { name: /^Save for all of/ }).click();
  await panel.getByText("Somebody else changed the policy meanwhile.").waitFor();
  expect(project()?.properties.get("plumbline.policy")).toEqual(theirs);
  await panel.getByRole("button", { name: "Set mine" }).click();
  await panel.getByText("Saved in the tracker. It holds from now on.").waitFor();
  expect(project()?.properties.get("plumbline.policy")).toMatchObject({ mode: "warn" });
});

test("who may sign is chosen by name among the groups of the site and the roles of the project", async () => {
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const panel = await openTab(backlog, "Gate");
  const field = panel.getByLabel("Groups, teams or roles that may for product");
  for (const name of ["jira-administrators", "Administrators (role)"]) {
    await field.fill("admin");
    await panel.getByRole("button", { name, exact: true }).click();
  }
  await field.fill("admin");
  await picture(panel, "gate-policy-groups");
  await panel.getByRole("button", { name: /^Save for all of/ }).click();
  await panel.getByText("Saved in the tracker. It holds from now on.").waitFor();
  expect(policy.parse(project()?.properties.get("plumbline.policy")).functions[0]).toMatchObject({
    ...{ name: "product", groups: ["jira-administrators"], roles: ["Administrators"] },
  });
});

test("a policy that cannot be read says so, and counts as watching", async () => {
  project()?.properties.set("plumbline.policy", { mode: "sometimes" });
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const panel = await openTab(backlog, "Gate");
  await panel.getByText("The policy in the tracker cannot be read.").waitFor();
  expect(await panel.getByLabel("Watch, and say nothing").isChecked()).toBe(true);
});

test("where the tracker has no policy, the person's own holds in their browser", async () => {
  project()?.properties.delete("plumbline.policy");
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const panel = await openTab(backlog, "Gate");
  await panel.getByText("Nobody has written a policy yet").waitFor();
  await panel.getByLabel("Keep out what is not signed off").check();
  await panel.getByRole("button", { name: "Keep for me alone" }).click();
  await panel.getByText("Your own policy holds").waitFor();
  const { jira } = journey.sandbox;
  const ticket = [...jira.issues.values()].find(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0 && !isReady(jira, it),
  );
  const future = jira.sprints.find(({ state }) => state === "future");
  const status = await dropIntoSprint(backlog, [ticket?.key ?? ""], future?.id ?? 0);
  expect([status, ticket?.sprintIds]).toEqual([400, []]);
  // What it just did stands in its numbers.
  const again = await openTab(backlog, "Gate");
  await again
    .getByRole("row", { name: /^Kept out/ })
    .getByText("1")
    .waitFor();
});

test("the sprint tells how ready it is, and a row is mended in place", async () => {
  const { jira } = journey.sandbox;
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  const panel = await openTab(backlog, "Sprint");
  const active = jira.sprints.find(({ state }) => state === "active");
  const inside = [...jira.issues.values()].filter(
    (it) => it.sprintIds.includes(active?.id ?? 0) && it.type.hierarchyLevel >= 0,
  );
  const not = inside.filter((it) => !isReady(jira, it));
  const part = panel.locator("section.sprint").filter({ hasText: active?.name ?? "" });
  await part.getByText(`${inside.length - not.length} ready, ${not.length} not`).waitFor();
  const row = part.locator(".sprint-row").first();
  const key = (await row.locator("strong").textContent()) ?? "";
  await row.click();
  await part.getByRole("button", { name: "Put in a lane" }).click();
  await part.getByRole("button", { name: /upkeep/ }).click();
  await part.getByText(`${inside.length - not.length + 1} ready, ${not.length - 1} not`).waitFor();
  expect(jira.findIssue(key)?.properties.get("plumbline.lane")).toBe("upkeep");
});

test.each(themes)("the pages of the gate are readable by everybody, %s", async (theme) => {
  const backlog = await journey.openJira();
  await waitForOneEach(backlog, 10);
  for (const [name, settled] of [
    ["Gate", /tickets now in open sprints would stay out/],
    ["Sprint", /\d+ ready, \d+ not/],
  ] as const) {
    const panel = await openTab(backlog, name, theme);
    await panel.getByText(settled).first().waitFor();
    await expectNoAxeFault(panel);
    await picture(panel, `gate-panel-${name.toLowerCase()}-${theme}`);
    await panel.close();
  }
  const options = await openOwnPage(journey, "options.html", { theme });
  await options.getByLabel("Site", { exact: true }).selectOption("https://northwind.atlassian.net");
  await options.getByRole("heading", { name: /^The gate's policy of/ }).waitFor();
  await expectNoAxeFault(options);
  await picture(options, `gate-options-${theme}`);
});

test("in Linear the policy is the document that people can edit by hand", async () => {
  const list = await journey.openLinear();
  await list.locator("plumbline-badge[data-key]").first().waitFor();
  const panel = await openTab(list, "Gate");
  await panel.getByLabel("Warn, and let in with a reason").check();
  await panel.getByRole("button", { name: /^Save for all of/ }).click();
  await panel.getByText("Saved in the tracker. It holds from now on.").waitFor();
  const { store } = journey.sandbox.linear;
  const page = store.all("Document").find(({ title }) => title === "Gate policy");
  expect(page?.content).toContain('"mode": "warn"');
});

test("where Linear has no place for a policy, one press makes it, and the policy is kept there", async () => {
  const { store } = journey.sandbox.linear;
  const former = store.all("Project").find(({ name }) => name === "Plumbline");
  if (former === undefined) throw new Error("the seed has no such project");
  former.name = "Something else";
  store.touch(former);
  const list = await journey.openLinear();
  await list.locator("plumbline-badge[data-key]").first().waitFor();
  const panel = await openTab(list, "Gate");
  const save = panel.getByRole("button", { name: /^Save for all of/ });
  await panel.getByText("The tracker has no place for it yet").waitFor();
  await panel.getByLabel("Warn, and let in with a reason").check();
  expect(await save.isDisabled()).toBe(true);
  await picture(panel, "gate-policy-no-place");
  await panel.getByRole("button", { name: "Make the project Plumbline" }).click();
  await expect.poll(() => save.isDisabled()).toBe(false);
  // What was chosen before is still chosen.
  await save.click();
  await panel.getByText("Saved in the tracker. It holds from now on.").waitFor();
  const made = store.all("Project").filter(({ name }) => name === "Plumbline");
  expect(made.map(({ id }) => id)).not.toContain(former.id);
  const page = store.all("Document").find((it) => it.projectId === made[0]?.id);
  expect([made.length, page?.title]).toEqual([1, "Gate policy"]);
  expect(page?.content).toContain('"mode": "warn"');
});
