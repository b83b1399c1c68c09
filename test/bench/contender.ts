import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import type { Company } from "../sandbox/company/company";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { projectRoot } from "../tools/build-extension";
import { launch } from "../tools/launch";
import { saveLinearKey } from "../tools/save-linear-key";
import { type HostPage, openHostPage } from "./host-page";

export type ContenderName = "without" | "minimum" | "plumbline";

/** A browser with a sandbox of its own, in which the host pages are measured with one extension or none. */
export interface Contender {
  name: ContenderName;
  context: BrowserContext;
  extensionId: string | null;
  sandbox: Sandbox;
  /** Opens the page with so many rows and waits until each badge says something: facts are fresh from then on for a minute. */
  warm(host: HostPage, rows: number): Promise<void>;
  close(): Promise<void>;
}

const factsDeadlineMs = 180_000;

/** Starts one. `build` is the folder of the sandbox's build of Plumbline. */
export async function startContender(
  name: ContenderName,
  { company, executablePath, build }: { company: Company; executablePath: string; build: string },
): Promise<Contender> {
  const sandbox = await startSandbox({ company });
  const yardstick = join(projectRoot, "test/bench/minimum");
  const browser = await launch({
    executablePath,
    extensionDir: name === "plumbline" ? build : null,
    flags:
      name === "minimum"
        ? [
            ...sandbox.chromiumFlags,
            `--disable-extensions-except=${yardstick}`,
            `--load-extension=${yardstick}`,
          ]
        : sandbox.chromiumFlags,
    headless: true,
  });
  const { context, extensionId } = browser;
  if (extensionId !== null) await saveLinearKey(context, extensionId, "lin_api_ana");
  await signIn(context, sandbox);
  return {
    name,
    context,
    extensionId,
    sandbox,
    async warm(host, rows) {
      if (name !== "plumbline") return;
      const page = await openHostPage(context, host, rows);
      await waitForFacts(page, rows);
      await page.close();
    },
    async close() {
      await browser.close();
      await sandbox.stop();
    },
  };
}

/** Waits until as many badges as rows are there and none is pending. */
export async function waitForFacts(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (rows) =>
      document.querySelectorAll("plumbline-badge").length >= rows &&
      document.querySelector("plumbline-badge[data-state=pending]") === null,
    rows,
    { timeout: factsDeadlineMs, polling: 250 },
  );
}

/** The host page's address is the bench's own, its site is the sandbox's: a visit there brings the cookie. */
async function signIn(context: BrowserContext, { urls }: Sandbox): Promise<void> {
  const page = await context.newPage();
  await page.goto(urls.jira.backlog);
  await page.close();
}
