import { readFile } from "node:fs/promises";
import type { Company } from "../sandbox/company/company";
import { companyFromCsv } from "../sandbox/company/csv";
import { seedCompany } from "../sandbox/company/seed";
import { type Sandbox, startSandbox } from "../sandbox/server";
import { buildExtension } from "./build-extension";
import { buildForgePages, forgeApp } from "./build-forge-pages";
import { findBrowser } from "./find-browser";
import { type LaunchedBrowser, launch } from "./launch";
import { saveLinearKey } from "./save-linear-key";
import { startOptions } from "./start-options";
import { tour } from "./tour";

/** What ends `npm start` with one sentence in place of a stack. */
class Refusal extends Error {}

const linearKey = "lin_api_ana";
const today = new Date().toISOString().slice(0, 10);

async function start(): Promise<void> {
  const options = startOptions(process.argv.slice(2));
  if (!options.ok) throw new Refusal(options.error);
  const { csv, issues, port, withExtension } = options.value;
  const noDisplay = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const headless = options.value.headless || noDisplay;

  const linearCompany = seedCompany({ today, issues });
  const company = csv === null ? linearCompany : await companyOf(csv);
  const { path, version } = await findBrowser({ install: true });
  console.log(`Browser: ${path} (${version})`);
  console.log("Building the extension and the app inside Jira ...");
  const extensionDir = withExtension ? await buildExtension("sandbox") : null;
  await buildForgePages();
  const sandbox = await startSandbox({ company, linearCompany, port, forgeApp });
  try {
    const browser = await launch({
      executablePath: path,
      extensionDir,
      flags: sandbox.chromiumFlags,
      headless,
      keepsForFrames: true,
    });
    try {
      if (browser.extensionId !== null) await saveLinearKey(browser.context, browser.extensionId, linearKey);
      await (headless ? headlessTour(browser, sandbox) : stayOpen(browser, sandbox));
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.stop();
  }
}

async function companyOf(file: string): Promise<Company> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const read = companyFromCsv(text, { today });
  if (!read.ok) throw new Refusal(`${file}: ${read.error}`);
  const { company, skipped } = read.value;
  for (const { line, reason } of skipped) console.log(`${file}:${line}: skipped, ${reason}`);
  console.log(
    `${file}: ${company.tickets.length} tickets and ${company.bets.length} bets read, ${skipped.length} rows skipped.`,
  );
  return company;
}

async function headlessTour(
  { context, extensionId }: LaunchedBrowser,
  { urls, jira }: Sandbox,
): Promise<void> {
  const rows = await tour(context, urls, { hasBadges: extensionId !== null });
  console.table(rows.map(({ url, screenshot, hasTickets, ...row }) => row));
  console.log("Screenshots: .output/tour, report: .output/reports/tour.json");
  const active = jira.sprints.filter(({ state }) => state === "active").map(({ id }) => id);
  const boardIsEmpty = !jira.ranked().some(({ sprintIds }) => sprintIds.some((id) => active.includes(id)));
  if (boardIsEmpty) console.log("No ticket is in an active sprint, so the Jira board is empty.");
  if (extensionId === null) return;
  const bare = rows.filter(
    ({ hasTickets, badged, url }) => hasTickets && badged === 0 && !(boardIsEmpty && url === urls.jira.board),
  );
  if (bare.length > 0)
    throw new Refusal(`No badge at all on:\n${bare.map(({ url }) => `  ${url}`).join("\n")}`);
}

/** Until the window is closed or the person presses Ctrl-C. */
async function stayOpen({ context, extensionId }: LaunchedBrowser, { urls }: Sandbox): Promise<void> {
  const jira = context.pages()[0] ?? (await context.newPage());
  const linear = await context.newPage();
  await Promise.all([jira.goto(urls.jira.backlog), linear.goto(urls.linear.list)]);
  await jira.bringToFront();
  console.log(`Jira:   ${urls.jira.backlog}\nLinear: ${urls.linear.list}`);
  console.log(`The app inside Jira: ${urls.jira.app}, and beside the fields of every issue.`);
  if (extensionId !== null)
    console.log(`The extension's options hold the sandbox's Linear API key, ${linearKey}.`);
  console.log("Close the window or press Ctrl-C to end.");
  await new Promise<void>((resolve) => {
    context.on("close", () => resolve());
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
