import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../tools/build-extension";
import { type HitRate, hitRate } from "./hit-rate";
import { rateNamedTickets } from "./named-tickets";
import { rateSeed } from "./seed-links";

const rows: Record<string, string | number>[] = [];
const percent = (it: number) => `${Math.round(it * 100)} %`;
const add = (name: string, { asked, first, firstThree }: HitRate, chance: number) =>
  rows.push({
    name,
    asked,
    first: percent(first),
    "first three": percent(firstThree),
    "first by chance": percent(chance),
  });

for (const knowing of ["all others", "earlier ones", "the bets alone"] as const)
  add(`sandbox company, knowing ${knowing}`, rateSeed(knowing), 1 / 11);

for (const project of ["springxd", "mesos"]) {
  const path = join(projectRoot, "../shared/data", `${project}.jira-export.csv`);
  const csv = await readFile(path, "utf8").catch(() => null);
  if (csv === null) continue;
  const { answers, candidates } = rateNamedTickets(csv);
  add(
    `${project}: the earlier ticket that the text named, among ${Math.round(candidates)}`,
    hitRate(answers),
    1 / candidates,
  );
}
console.table(rows);
