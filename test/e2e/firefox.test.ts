import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { buildExtension, projectRoot } from "../tools/build-extension";
import { findFirefox } from "../tools/find-firefox";
import { type FirefoxTab, type LaunchedFirefox, launchFirefox } from "../tools/launch-firefox";
import { sendDrop } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { expectedBadges } from "./jira-expected-badges";
import * as jira from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import * as linear from "./linear-units";
import { writtenStatement } from "./write-statement";

const path = await findFirefox();
const company = companyWithGate("block");
let sandbox: Sandbox;
let firefox: LaunchedFirefox;

describe.skipIf(path === null)("in Firefox", () => {
  beforeAll(async () => {
    const extensionDir = await buildExtension("firefox-sandbox");
    sandbox = await startSandbox({ company });
    firefox = await launchFirefox({ path: path ?? "", extensionDir, sandboxPort: sandbox.port });
  });
  afterAll(async () => {
    await firefox?.close();
    await sandbox?.stop();
  });

  test("each ticket of Jira's backlog has its one badge, which is right", async () => {
    await firefox.tab.goto(sandbox.urls.jira.backlog);
    jira.expectBadges(await jira.waitForOneEach(firefox.tab, 10), expectedBadges(company, sandbox.jira));
    await keepPicture("firefox-backlog");
  });

  test("a press on a badge opens its hovercard", async () => {
    await firefox.tab.goto(sandbox.urls.jira.backlog);
    await jira.waitForOneEach(firefox.tab, 10);
    const { x, y } = await firefox.tab.evaluate(() => {
      const badge = document.querySelector("plumbline-badge[data-state=aligned]");
      const { left, top, width, height } = badge?.getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 4, y: top + height / 2 };
    });
    await firefox.tab.press(x, y);
    const card = () =>
      firefox.tab.evaluate(
        () =>
          document.querySelector("plumbline-hovercard")?.shadowRoot?.querySelector(".card")?.textContent ??
          "",
      );
    await expect.poll(card).toContain("We believe");
    await keepPicture("firefox-hovercard");
  });

  test("a ticket that is not signed off stays out of a sprint, and its statement is written where the gate says why", async () => {
    const future = sandbox.jira.sprints.find(({ state }) => state === "future");
    const ticket = [...sandbox.jira.issues.values()].find(
      (it) =>
        it.type.hierarchyLevel === 0 &&
        it.sprintIds.length === 0 &&
        it.parentId === null &&
        !isReady(sandbox.jira, it),
    );
    if (future === undefined || ticket === undefined) throw new Error("the seed has no such ticket");
    await firefox.tab.goto(sandbox.urls.jira.backlog);
    await jira.waitForOneEach(firefox.tab, 10);
    expect(await firefox.tab.run(sendDrop, [[ticket.key], future.id])).toBe(400);
    expect(ticket.sprintIds).toEqual([]);
    const dialog = await firefox.opened("capture.html");
    await expectText(dialog, ticket.key);
    await expectText(dialog, "Nobody has written down which problem it solves.");
    await keepPicture("firefox-gate", dialog);
    await dialog.type("w");
    for (const [label, text] of Object.entries(writtenStatement)) {
      await focusOn(dialog, label);
      await dialog.type(text);
    }
    await keepPicture("firefox-statement", dialog);
    await focusOn(dialog, "Save");
    await dialog.type("\uE007");
    await expectText(dialog, "Nobody has signed off its problem statement.");
    expect(ticket.properties.get("plumbline.statement")).toMatchObject({
      problem: writtenStatement["has which problem"],
    });
  });

  test("with the key that a person saves in the settings, Linear's list has its badges", async () => {
    await firefox.tab.goto(firefox.ownPage("options.html"));
    await focusOn(firefox.tab, "Linear API key");
    await firefox.tab.type("lin_api_ana\uE007");
    await expectText(firefox.tab, "Key saved");
    await firefox.tab.goto(sandbox.urls.linear.list);
    jira.expectBadges(await linear.waitForOneEach(firefox.tab, 10), expectedInLinear(company));
    await keepPicture("firefox-linear");
  });
});

const expectText = (tab: FirefoxTab, text: string) =>
  expect.poll(() => tab.evaluate(() => document.body.innerText)).toContain(text);

/** Gives the focus to the field with this label, or the button with these words, once it is there. */
const focusOn = (tab: FirefoxTab, words: string) =>
  expect
    .poll(() =>
      tab.run(async (wanted) => {
        const named = [...document.querySelectorAll<HTMLElement>("label, button")].find(
          (it) => it.textContent?.trim() === wanted,
        );
        const field = named instanceof HTMLLabelElement ? document.getElementById(named.htmlFor) : named;
        field?.focus();
        // What stands there is written over.
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
        return field !== null && field === document.activeElement;
      }, words),
    )
    .toBe(true);

/** For people to look at. */
async function keepPicture(name: string, tab: FirefoxTab = firefox.tab): Promise<void> {
  const folder = join(projectRoot, ".output/own-pages");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await tab.picture());
}
