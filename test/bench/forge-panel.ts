import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { percentile } from "../../shared/domain/percentile";
import type { Company } from "../sandbox/company/company";
import { startSandbox } from "../sandbox/server";
import { buildForgePages, forgeApp } from "../tools/build-forge-pages";
import { launch } from "../tools/launch";
import type { BenchRow } from "./bench-row";
import { median } from "./median";

const runs = 15;

/** What the app's panel inside Jira weighs, and how long it takes from its frame to what the ticket serves. */
export async function forgePanel(company: Company, executablePath: string): Promise<BenchRow[]> {
  await buildForgePages();
  const sandbox = await startSandbox({ company, forgeApp });
  const browser = await launch({
    ...{
      executablePath,
      extensionDir: null,
      flags: sandbox.chromiumFlags,
      headless: true,
      keepsForFrames: true,
    },
  });
  try {
    const page = await browser.context.newPage();
    const issue = sandbox.urls.jira.issue ?? "";
    await page.goto(issue);
    const header = page.getByTestId("issue-context.issue-panel").locator("h2 button");
    await header.waitFor();
    const times: number[] = [];
    let bytes = 0;
    page.on("response", async (response) => {
      if (!new URL(response.url()).pathname.startsWith("/pages/")) return;
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    for (let run = 0; run <= runs; run += 1) {
      bytes = 0;
      await page.evaluate(() => performance.clearMarks());
      const begun = await page.evaluate(() => performance.now());
      await header.click();
      await page.frameLocator("iframe.app-frame").locator(".serves p").first().waitFor();
      const ended = await page.evaluate(() => performance.now());
      // The first one also warms the browser's caches of compiled code.
      if (run > 0) times.push(ended - begun);
      if (run < runs) await header.click();
    }
    const scenario = `an issue of Jira that serves an aim, in the sandbox; ${runs} openings`;
    const row = (name: string, value: number): BenchRow => ({
      name,
      value,
      unit: "ms",
      target: null,
      scenario,
    });
    return [
      row("app's panel, from its frame to its content, median", median(times)),
      row("app's panel, from its frame to its content, 95th percentile", percentile(times, 0.95) ?? 0),
      { ...row("app's panel, what one opening loads", bytes), unit: "bytes" },
      { ...row("app's pages, all of them", await sizeOf(join(forgeApp, "dist"))), unit: "bytes" },
    ];
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((it) => it.isFile())
    .map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size);
  return (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
}
