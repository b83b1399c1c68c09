import { expect, test } from "vitest";
import { statement } from "../../shared/domain/statement";
import { aStatement } from "../domain/builders";
import { seedCompany } from "../sandbox/company/seed";
import type { JiraIssue } from "../sandbox/jira/records";
import {
  appFrame,
  closeAppPanel,
  expectNoFaultInFrame,
  openAppPanel,
  pictureWithFrame,
  shownStatus,
  themed,
} from "./forge-frame";
import { useJourney } from "./harness";
import { picture, themes } from "./own-pages";
import { jiraStage } from "./tracker-stage";
import { writeStatementIn, writtenStatement } from "./write-statement";

declare const __bridge: { callBridge(command: string, data?: unknown): Promise<unknown> };

const today = new Date().toISOString().slice(0, 10);
const company = seedCompany({ today, issues: 300 });
const journey = useJourney({ company, extension: false, forgeApp: true });
// The stage asks nothing of an extension.
const stage = jiraStage(journey);

/** A ticket of level 0 that serves nothing and has no statement, another one at each call. */
const taken = new Set<JiraIssue>();
function lonely(): JiraIssue {
  const found = journey.sandbox.jira
    .ranked()
    .find(
      (it) =>
        !taken.has(it) &&
        it.type.hierarchyLevel === 0 &&
        it.parentId === null &&
        it.sprintIds.length === 0 &&
        !it.properties.has("plumbline.statement") &&
        it.visibleTo === null &&
        !it.properties.has("plumbline.lane") &&
        it.type.name !== "Incident",
    );
  if (found === undefined) throw new Error("the seed has too few tickets without a parent");
  taken.add(found);
  return found;
}

/** A ticket below a bet that says its aim and mechanism. */
function aligned(): { ticket: JiraIssue; aim: string } {
  const { jira } = journey.sandbox;
  for (const ticket of jira.ranked()) {
    const sheet = ticket.type.hierarchyLevel === 0 && stage.sheetOf(ticket.parentId ?? ticket.id);
    if (sheet && sheet.aim !== null && sheet.mechanism !== null && sheet.state === "active")
      return { ticket, aim: sheet.aim.title };
  }
  throw new Error("the seed has no ticket that serves an aim");
}

test.each(themes)(
  "the panel of the app says in Jira's own %s colours what a ticket serves",
  async (theme) => {
    await stage.signIn("ana");
    const { ticket, aim } = aligned();
    const refused: string[] = [];
    journey.context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refused.push(message.text());
    });
    const jira = await journey.openJira(themed(`/browse/${ticket.key}`, theme));
    const frame = await openAppPanel(jira);
    await frame.getByText(aim, { exact: true }).first().waitFor();
    await frame
      .getByText(/^We believe/)
      .first()
      .waitFor();
    await frame.getByRole("heading", { name: "Problem statement" }).waitFor();
    await frame.getByRole("heading", { name: "Sign-offs" }).waitFor();
    expect(await frame.locator("html").getAttribute("data-color-mode")).toBe(theme);
    const background = () => frame.evaluate(() => getComputedStyle(document.body).color);
    expect(await background()).toBe(theme === "light" ? "rgb(41, 42, 46)" : "rgb(206, 207, 210)");
    await expectNoFaultInFrame(jira);
    // The strictest policy is enough for the page.
    expect(refused).toEqual([]);
    await frame.getByRole("heading", { name: "Sign-offs" }).scrollIntoViewIfNeeded();
    await pictureWithFrame(jira, `forge-issue-signoffs-${theme}`);
    await frame.locator("h2").first().scrollIntoViewIfNeeded();
    await pictureWithFrame(jira, `forge-issue-${theme}`);
  },
);

test("a member writes a statement and asks; a signer signs; each is seen on the closed panel", async () => {
  const ticket = lonely();
  await stage.signIn("tom");
  const toms = await journey.openJira(themed(`/browse/${ticket.key}`, "light"));
  const first = await openAppPanel(toms);
  await first.getByLabel("Today, who", { exact: true }).fill("Users");
  await first.getByLabel("has which problem", { exact: true }).focus();
  await first.getByText("This names nobody in particular.").waitFor();
  await writeStatementIn(first);

  // Left without saving: the browser kept it for the frame.
  await toms.reload();
  const again = await appFrame(toms);
  await again.getByText("This is what you were writing when you left.").waitFor();
  expect(await again.getByLabel("which costs", { exact: true }).inputValue()).toBe(
    writtenStatement["which costs"],
  );
  await again.getByRole("button", { name: "Save", exact: true }).click();
  await again.getByText("Saved in the tracker.", { exact: true }).waitFor();
  expect(statement.parse(ticket.properties.get("plumbline.statement"))).toMatchObject({
    problem: writtenStatement["has which problem"],
    author: stage.accountOf("tom"),
  });
  // Who wrote it is told that they cannot sign, and who can.
  await again.getByText("You wrote it, so somebody else has to sign.").waitFor();
  expect(await again.getByRole("button", { name: /^Sign for/ }).count()).toBe(0);
  await again.getByRole("button", { name: "Ask for signatures" }).click();
  await again.getByText("Asked in a comment.").waitFor();
  await expect.poll(() => shownStatus(toms)).toBe("Unsigned");
  await pictureWithFrame(toms, "forge-issue-asked-light");
  await expectNoFaultInFrame(toms);

  await stage.signIn("mei");
  const meis = await journey.openJira(`/browse/${ticket.key}`);
  const meisPanel = await openAppPanel(meis);
  await meisPanel.getByText("product: not signed").waitFor();
  expect(await meisPanel.getByRole("button", { name: /^Sign for/ }).count()).toBe(0);
  await meisPanel
    .getByText(/can sign/)
    .first()
    .waitFor();

  await stage.signIn("raj");
  const rajs = await journey.openJira(`/browse/${ticket.key}`);
  const rajsPanel = await openAppPanel(rajs);
  await rajsPanel.getByRole("button", { name: "Sign for product" }).click();
  await rajsPanel.getByText(/product: signed by Raj Patel/).waitFor();
  await stage.signIn("lena");
  const lenas = await journey.openJira(themed(`/browse/${ticket.key}`, "dark"));
  const lenasPanel = await openAppPanel(lenas);
  await lenasPanel.getByRole("button", { name: "Sign for engineering" }).click();
  await lenasPanel.getByText(/engineering: signed by Lena Fischer/).waitFor();
  await expect.poll(() => shownStatus(lenas)).toBe("Signed off");
  await pictureWithFrame(lenas, "forge-issue-signed-dark");
  await closeAppPanel(lenas);
  expect(await shownStatus(lenas)).toBe("Signed off");
  await picture(lenas, "forge-issue-closed-dark");
  const authors = ticket.comments.map(({ author }) => author.personId);
  expect(authors).toEqual(["tom", "raj", "lena"]);
});

test("a ticket enters a sprint from the panel once the gate lets it, and is told why where it does not", async () => {
  const putBack = stage.rule((policy) => ({ ...policy, mode: "block" }));
  const ticket = lonely();
  await stage.signIn("tom");
  const jira = await journey.openJira(themed(`/browse/${ticket.key}`, "light"));
  const frame = await openAppPanel(jira);
  await frame.getByRole("button", { name: "Enter sprint" }).click();
  await frame.getByText(/^It stays out: /).waitFor();
  expect(ticket.sprintIds).toEqual([]);
  putBack();
  await jira.reload();
  const again = await appFrame(jira);
  await again.getByRole("button", { name: "Enter sprint" }).click();
  await again.getByText(/^It is in /).waitFor();
  expect(ticket.sprintIds).toHaveLength(1);
});

test("somebody else's statement under the same hands is shown, and nothing is lost", async () => {
  const ticket = lonely();
  await stage.signIn("tom");
  const jira = await journey.openJira(themed(`/browse/${ticket.key}`, "light"));
  const frame = await openAppPanel(jira);
  await writeStatementIn(frame);
  const theirs = aStatement({ problem: "Their address is rejected on Sundays" });
  ticket.properties.set("plumbline.statement", theirs);
  await frame.getByRole("button", { name: "Save", exact: true }).click();
  await frame.getByText("Their address is rejected on Sundays").first().waitFor();
  expect(ticket.properties.get("plumbline.statement")).toEqual(theirs);
  await pictureWithFrame(jira, "forge-issue-conflict-light");
});

test("a stranger is shown no ticket and no panel, and a page that Jira cannot answer says so", async () => {
  const ticket = lonely();
  await stage.signIn("olga");
  const olgas = await journey.openJira(`/browse/${ticket.key}`);
  await olgas.getByText("We can't find that work item.").waitFor();
  expect(await olgas.locator("iframe").count()).toBe(0);

  await stage.signIn("tom");
  const jira = await journey.openJira(themed(`/browse/${ticket.key}`, "light"));
  const { faults } = journey.sandbox.jira;
  faults.push({
    match: ({ url }) => new URL(url).pathname === "/rest/api/3/issue/bulkfetch",
    respond: () => new Response("Oops", { status: 503 }),
  });
  const frame = await openAppPanel(jira);
  await frame.getByText("The tracker has trouble of its own.").waitFor();
  await pictureWithFrame(jira, "forge-issue-trouble-light");
  faults.length = 0;
  await frame.getByRole("button", { name: "Try again" }).click();
  await frame.getByRole("heading", { name: "Problem statement" }).waitFor();
});

test("a page of an app opens one in a dialog over Jira's, and hears what that says as it closes", async () => {
  await stage.signIn("ana");
  const jira = await journey.openJira(`/browse/${aligned().ticket.key}`);
  const frame = await openAppPanel(jira);
  const asked = {
    ...{ resource: null, size: "large", context: { from: "the panel" }, title: "A larger panel", icon: "" },
    ...{ closeOnEscape: true, closeOnOverlayClick: true },
  };
  await frame.evaluate((asked) => {
    const onClose = (said: unknown) => {
      document.title = JSON.stringify(said);
    };
    return __bridge.callBridge("openModal", { ...asked, onClose });
  }, asked);
  const dialog = jira.getByRole("dialog", { name: "A larger panel" });
  const inner = await (await dialog.locator("iframe").elementHandle())?.contentFrame();
  await inner?.locator("main").first().waitFor();
  const context = await inner?.evaluate(() => __bridge.callBridge("getContext"));
  expect(context).toMatchObject({ extension: { modal: { from: "the panel" } } });
  await picture(jira, "forge-dialog");
  await inner?.evaluate(() => void __bridge.callBridge("close", { wrote: 1 }));
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => frame.title()).toBe('{"wrote":1}');
  // What the sandbox does not model fails, and opens nothing.
  const other = frame.evaluate((it) => __bridge.callBridge("openModal", it), {
    ...asked,
    size: "fullscreen",
  });
  await expect(other).rejects.toThrow(/invalid_value[\s\S]*"size"/);
  expect(await jira.getByRole("dialog").count()).toBe(0);
});
