import { parseArgs } from "node:util";
import { projectRoot } from "./build-extension";
import { runCommand } from "./run-command";

/** `npm run fuzz -- --cases N --seed N`: the fuzz tests alone, with a seed of this moment unless one is named. */
const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" } } });
const seed = values.seed ?? String(Date.now() % 2 ** 31);

process.chdir(projectRoot);
console.log(`Seed ${seed}: npm run fuzz -- --seed ${seed} runs the same cases again.`);
const { code } = await runCommand(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "test/fuzz"],
  { echo: true, env: { PLUMBLINE_FUZZ_CASES: values.cases ?? "100000", PLUMBLINE_FUZZ_SEED: seed } },
);
process.exitCode = code ?? 1;
