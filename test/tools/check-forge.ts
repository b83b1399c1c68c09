import { copyFile, mkdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { appFolder, openStage } from "../forge-app/open-stage";
import { moveToSprint } from "../sandbox/jira/sprints";
import { projectRoot } from "./build-extension";
import { runCommand } from "./run-command";

/** They are large and for this command alone, so that they are no dependency of the project. */
const tools = join(projectRoot, ".output/forge-check");

await mkdir(tools, { recursive: true });
for (const it of ["package.json", "package-lock.json", "check.cjs"])
  await copyFile(join(projectRoot, "test/forge-check", it), join(tools, it));
await run("npm", ["--prefix", tools, "ci", "--ignore-scripts"]);
await run(process.execPath, [join(tools, "check.cjs"), appFolder, tools]);

const found: { files: number; faults: string[]; bundle: string } = JSON.parse(
  await readFile(join(tools, "found.json"), "utf8"),
);
for (const it of found.faults) console.error(it);
console.log(`The linter read ${found.files} files and found ${found.faults.length} faults.`);
console.log(`The bundle has ${(await stat(found.bundle)).size} bytes.`);

/** Runs a program to its end; throws where that is no good one. */
async function run(program: string, args: readonly string[]): Promise<void> {
  const { code } = await runCommand(program, args, { echo: true });
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
}

// The bundle itself at work: a ticket that is not signed off is put back.
const bundled: Record<string, unknown> = createRequire(import.meta.url)(found.bundle);
const clock = { now: () => Date.now(), moveTo: () => {} };
const stage = openStage({ clock, load: async () => bundled }, { mode: "block" }, {}, {});
moveToSprint(stage.site, stage.person("tom"), ["ATL-6"], 2);
await stage.platform.settle();
const isOut = stage.placeOf("ATL-6") === null;
console.log(isOut ? "The bundle puts a ticket back." : "The bundle does not put a ticket back.");
for (const it of stage.platform.failures) console.error(it);
process.exitCode = found.faults.length === 0 && isOut && stage.platform.failures.length === 0 ? 0 : 1;
