import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { buildExtension, projectRoot } from "../tools/build-extension";
import { findFirefox } from "../tools/find-firefox";
import { type LaunchedFirefox, launchFirefox } from "../tools/launch-firefox";
import { expectedBadges, today } from "./jira-expected-badges";
import * as jira from "./jira-units";
import { expectedInLinear } from "./linear-expected";
import * as linear from "./linear-units";

const path = await findFirefox();
const company = seedCompany({ today: today() });
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

  test("with the key that a person saves in the settings, Linear's list has its badges", async () => {
    await firefox.tab.goto(firefox.ownPage("options.html"));
    const saved = () =>
      firefox.tab.evaluate(() => {
        const field = [...document.querySelectorAll("label")].find(
          (it) => it.textContent === "Linear API key",
        );
        document.getElementById(field?.htmlFor ?? "")?.focus();
        return document.activeElement?.localName;
      });
    await expect.poll(saved).toBe("input");
    await firefox.tab.type("lin_api_ana\uE007");
    await expect
      .poll(() => firefox.tab.evaluate(() => document.body.innerText), { timeout: 15_000 })
      .toContain("Key saved");
    await firefox.tab.goto(sandbox.urls.linear.list);
    jira.expectBadges(await linear.waitForOneEach(firefox.tab, 10), expectedInLinear(company));
    await keepPicture("firefox-linear");
  });
});

/** For people to look at. */
async function keepPicture(name: string): Promise<void> {
  const folder = join(projectRoot, ".output/own-pages");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await firefox.tab.picture());
}
