import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../tools/build-extension";
import { type HitRate, hitRate } from "./hit-rate";
import { rateNamedTickets } from "./named-tickets";
import { rateSeed, seedLinks } from "./seed-links";

/** How often the right bet was suggested to one set of tickets, beside what blind choice among all gives. */
export interface SuggestionRate extends HitRate {
  name: string;
  firstByChance: number;
}

/** Hit rates on the sandbox's company, and on real tickets where exports of them lie beside the project. */
export async function suggestionRates(): Promise<SuggestionRate[]> {
  const { bets } = seedLinks();
  const rates = (["all others", "earlier ones", "the bets alone"] as const).map((knowing) => ({
    name: `sandbox company, knowing ${knowing}`,
    ...rateSeed(knowing),
    firstByChance: 1 / bets.length,
  }));
  for (const project of ["springxd", "mesos"]) {
    const path = join(projectRoot, "../shared/data", `${project}.jira-export.csv`);
    const csv = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (csv === null) continue;
    const { answers, candidates } = rateNamedTickets(csv);
    const name = `${project}: the earlier ticket that the text named, among ${Math.round(candidates)}`;
    rates.push({ name, ...hitRate(answers), firstByChance: 1 / candidates });
  }
  return rates;
}
