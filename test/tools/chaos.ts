import { parseArgs } from "node:util";
import { projectRoot } from "./build-extension";
import { runCommand } from "./run-command";

/** `npm run chaos -- --seed N --minutes M`: the chaos journey alone, ten minutes long unless told otherwise. */
const { values } = parseArgs({ options: { seed: { type: "string" }, minutes: { type: "string" } } });
const seed = values.seed ?? String(Date.now() % 2 ** 31);

process.chdir(projectRoot);
console.log(`Seed ${seed}: npm run chaos -- --seed ${seed} plays with the same dice again.`);
const { code } = await runCommand(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", "test/e2e/chaos.test.ts"],
  { echo: true, env: { PLUMBLINE_CHAOS_SEED: seed, PLUMBLINE_CHAOS_MINUTES: values.minutes ?? "10" } },
);
process.exitCode = code ?? 1;
