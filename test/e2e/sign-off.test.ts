import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { writeSignOffCode } from "../../shared/domain/sign-off";
import { statement } from "../../shared/domain/statement";
import { textToAdf } from "../sandbox/jira/adf";
import { addComment } from "../sandbox/jira/comments";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { writeStatementIn } from "./write-statement";

const journey = useJourney();
let key: string;

/** From now on this person is in front of the screen. */
const signIn = async (value: string) => {
  const [name, domain] = ["cloud.session.token", "northwind.atlassian.net"];
  await journey.context.addCookies([{ name, value, domain, path: "/", secure: true }]);
};

const openTicket = async (): Promise<{ jira: Page; panel: Page }> => {
  const jira = await journey.openJira(`/browse/${key}`);
  return { jira, panel: await openPanelBeside(journey, jira) };
};

beforeEach(async () => {
  await signIn("ana");
  const jira = await journey.openJira();
  const orphan = jira.locator('plumbline-badge[data-state="orphan"]').first();
  await orphan.waitFor();
  key = (await orphan.getAttribute("data-key")) ?? "";
});

afterEach(async () => {
  for (const it of journey.context.pages()) if (it.url().startsWith("chrome-extension:")) await it.close();
});

test("the right people sign, by key and by plain reply; a changed text is stale, and white space changes nothing", async () => {
  const { panel } = await openTicket();
  await writeStatementIn(panel);
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.getByText("Saved in the tracker.").waitFor();
  await panel.getByText("You wrote it, so somebody else has to sign.").waitFor();
  expect(await panel.getByRole("button", { name: /^Sign for/ }).count()).toBe(0);
  await panel.close();

  await signIn("raj");
  const rajs = await openTicket();
  await rajs.panel.getByRole("button", { name: "Sign for product" }).click();
  await rajs.panel.getByText(/product: signed by Raj Patel/).waitFor();
  await rajs.panel.getByText("signed in part").waitFor();
  await rajs.panel.close();

  // Lena has no Plumbline: she replies with the code.
  const site = journey.sandbox.jira;
  const issue = site.findIssue(key);
  const lena = site.users.find(({ personId }) => personId === "lena");
  if (issue === undefined || lena === undefined) throw new Error("the seed has another shape");
  const hash = statementHash(statement.parse(issue.properties.get("plumbline.statement")));
  addComment(
    site,
    lena,
    issue.id,
    textToAdf(writeSignOffCode({ function: "engineering", object: issue.id, hash })),
  );

  await signIn("ana");
  const anas = await openTicket();
  await anas.panel.getByText(/engineering: signed by Lena Fischer/).waitFor();
  await anas.panel.getByText("signed off", { exact: true }).waitFor();
  await picture(anas.panel, "panel-signed-light");

  await anas.panel.getByLabel("which costs", { exact: true }).fill("  About 40,000 EUR   of orders a month ");
  await anas.panel.getByRole("button", { name: "Save", exact: true }).click();
  await anas.panel.getByText("Saved in the tracker.").waitFor();
  await anas.panel.getByRole("button", { name: "Check again" }).click();
  await anas.panel.getByText("signed off", { exact: true }).waitFor();

  await anas.panel.getByLabel("which costs", { exact: true }).fill("About 90,000 EUR of orders a month");
  await anas.panel.getByRole("button", { name: "Save", exact: true }).click();
  await anas.panel
    .getByText("The sign-off of Raj Patel does not count: the text has changed since.")
    .waitFor();
  await expect.poll(() => anas.panel.getByText("has changed meanwhile").count()).toBe(0);
  await picture(anas.panel, "panel-stale-light");
  await anas.panel.close();

  // Whoever signs it anew sees what has become of what they signed.
  await signIn("raj");
  const again = await openPanelBeside(journey, rajs.jira, "dark");
  await again.getByText(/^Changed since you signed it on/).waitFor();
  expect(await again.locator("dt").allTextContents()).toEqual(["which costs"]);
  expect(await again.locator("del").allTextContents()).toEqual(["40,000 "]);
  expect(await again.locator("ins").allTextContents()).toEqual(["90,000 "]);
  await again.getByText(/^Changed since you signed/).scrollIntoViewIfNeeded();
  await picture(again, "panel-changed-dark");
  await expectNoAxeFault(again);
  await again.getByRole("button", { name: "Sign for product" }).click();
  await again.getByText(/product: signed by Raj Patel/).waitFor();
});
