import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChaos } from "../chaos/run-chaos";
import { seedCompany } from "../sandbox/company/seed";
import { projectRoot } from "../tools/build-extension";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";

/** `npm run chaos -- --seed N --minutes M` runs it longer. */
const seed = Number(process.env.PLUMBLINE_CHAOS_SEED ?? 20_261_124);
const seconds = Number(process.env.PLUMBLINE_CHAOS_MINUTES ?? 1) * 60;

const journey = useJourney({ company: seedCompany({ today: today(), issues: 300 }), updatable: true });

test("whatever people do and whatever breaks, in the end each ticket in view says what is true", {
  timeout: (seconds + 300) * 1_000,
}, async () => {
  const { picture, ...report } = await runChaos(journey, seed, seconds);
  const folder = join(projectRoot, ".output/reports");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "chaos.json"), `${JSON.stringify(report, null, 2)}\n`);
  if (picture !== null) await writeFile(join(folder, "chaos.png"), picture);
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0);
  const done = sum(Object.values(report.actions).map((it) => it.done));
  const broken = sum(Object.values(report.faults));
  console.log(
    `Chaos with seed ${seed}: ${done} actions, ${broken} faults, ${report.edits} edits in ${seconds} s; ${report.calms} looks at ${report.tickets} tickets, ${report.unknown} badges unknown meanwhile.`,
  );
  expect(report.wrong, `after ${report.trail.join("; ")}`).toEqual([]);
  expect(report.tickets).toBeGreaterThan(0);
  expect(report.unknown).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(seconds / 5);
});
