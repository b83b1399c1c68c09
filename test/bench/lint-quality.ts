import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { isFiller } from "../../shared/domain/lint-filler";
import { tidy } from "../../shared/domain/text";
import { heldOutStatements } from "../domain/held-out-statements";
import type { LabelledStatement } from "../domain/labelled-statement";
import { labelledStatements } from "../domain/labelled-statements";
import { projectRoot } from "../tools/build-extension";
import { judgeLint } from "./judge-lint";

const percent = (it: number | null) => (it === null ? "-" : `${Math.round(it * 100)} %`);

function print(title: string, set: readonly LabelledStatement[]): void {
  const { rules, falseBlocks, misses } = judgeLint(set);
  console.log(`${title}: ${set.length} statements, false blocks: ${falseBlocks.length}`);
  console.table(
    rules.map(({ precision, recall, ...it }) => ({
      ...it,
      precision: percent(precision),
      recall: percent(recall),
    })),
  );
  for (const it of [...falseBlocks.map((block) => `FALSE BLOCK ${block}`), ...misses]) console.log(`  ${it}`);
}

const only = process.argv[2];
if (only !== "--held-out") print("Tuned on", labelledStatements);
if (only !== "--tuned") print("Held out", heldOutStatements);

/** Texts that people really wrote, in which the lint must find almost no filler: what it finds is printed, to be looked at. */
for (const project of ["springxd", "mesos"]) {
  const path = join(projectRoot, "../shared/data", `${project}.jira-export.csv`);
  const csv = await readFile(path, "utf8").catch(() => null);
  if (csv === null) continue;
  const rows: Record<string, string>[] = parse(csv, { columns: true });
  const texts = rows
    .flatMap((row) => [tidy(row.Summary ?? ""), tidy(row.Description ?? "")])
    .filter((it) => it !== "");
  const found = texts.filter(isFiller);
  console.log(
    `Real texts of ${project}: ${texts.length}, called filler: ${found.length} ${JSON.stringify(found)}`,
  );
}
