import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildExtension, projectRoot } from "./build-extension";
import { buildForgePages } from "./build-forge-pages";
import { countTests, type Tally } from "./count-tests";
import { findBrowser } from "./find-browser";
import { findFirefox } from "./find-firefox";
import { type Outcome, runCommand } from "./run-command";

const script = (...path: string[]) => join(projectRoot, "node_modules", ...path);
const node = (...args: string[]): Promise<Outcome> => runCommand(process.execPath, args, { echo: true });

/** A step that is no test counts as one: it passes or fails as a whole. */
async function step(name: string, act: () => Promise<unknown>): Promise<Tally> {
  console.log(`\n== ${name}`);
  try {
    await act();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function types(): Promise<void> {
  const commands = [
    [script("wxt/bin/wxt.mjs"), "prepare"],
    [script("typescript/bin/tsc"), "-p", "shared/domain"],
    [script("typescript/bin/tsc"), "-p", "."],
  ];
  for (const command of commands) await succeed(command);
}

async function succeed(command: readonly string[]): Promise<void> {
  const { code } = await node(...command);
  if (code !== 0) throw new Error(`${command.slice(1).join(" ")} ended with ${code}`);
}

/** As Mozilla's own reviewers run it; only errors fail. */
async function lintFirefox(): Promise<void> {
  const folder = await buildExtension("firefox");
  await succeed([script("web-ext/bin/web-ext.js"), "lint", "--source-dir", folder, "--no-config-discovery"]);
}

async function vitest(project: "unit" | "e2e", env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  console.log(`\n== ${project} tests`);
  const file = join(projectRoot, `.output/reports/${project}-tests.json`);
  await rm(file, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const { code } = await runCommand(process.execPath, [script("vitest/vitest.mjs"), ...args], {
    echo: true,
    env,
  });
  const json = await readFile(file, "utf8").catch((error: unknown) => {
    console.error(`vitest wrote no report: ${String(error)}`);
    return null;
  });
  return countTests(json, code);
}

async function run(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  let browserPath = "";
  tallies.push(
    await step("browser", async () => {
      browserPath = (await findBrowser({ install: true })).path;
      console.log(browserPath);
      // Its journeys are skipped where there is none.
      console.log((await findFirefox({ install: true })) ?? "No Firefox");
    }),
    await step("types", types),
    await step("lint and format", () =>
      succeed([script("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
    ),
    await step("lint of the Firefox build", lintFirefox),
    await step("build of the extension", () => buildExtension("sandbox")),
    await step("build of the pages inside Jira", buildForgePages),
    await vitest("unit"),
    await vitest("e2e", { PLUMBLINE_PREBUILT: "1", CHROME_PATH: browserPath }),
  );
  return tallies;
}

process.chdir(projectRoot);
const tallies = await run();
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
