import type { GateLogEntry } from "./gate-log-entry";
import { percentile } from "./percentile";

const verdicts = ["allow", "warn", "block", "passed"] as const;
type ByVerdict = Record<GateLogEntry["verdict"], number>;

/** What the gate did in one browser, or inside the tracker, without a word of who. */
export interface GateNumbers {
  /** How often it was asked, and what it said. */
  asked: number;
  byVerdict: ByVerdict;
  byRing: Record<GateLogEntry["ring"], ByVerdict>;
  /** How long a request waited for its verdict; null: none did. */
  medianMs: number | null;
  p95Ms: number | null;
  /** Let in only because the policy watches, or holds later. */
  wouldHaveBlocked: number;
  /** How often people went on against it, the commonest reason first. */
  overridden: { how: "glass" | "warned"; reason: string; count: number }[];
  putBack: number;
  /** Went past the page's gate without a verdict, and the sweep found nothing of it soon after. */
  unseen: number;
}

/** A sweep that comes later than this after an entry came too late. */
const soonMs = 10 * 60_000;

/** The numbers of a log, or of a part of it; all entries in whichever order. */
export function gateNumbers(log: readonly GateLogEntry[]): GateNumbers {
  const judged = log.filter(({ why }) => why !== "overridden" && why !== "fixed");
  const counted = (some: readonly GateLogEntry[]): ByVerdict =>
    Object.fromEntries(
      verdicts.map((it) => [it, some.filter(({ verdict }) => verdict === it).length]),
    ) as ByVerdict;
  const ringOf = (ring: GateLogEntry["ring"]) => judged.filter((it) => it.ring === ring);
  const waited = ringOf("before").filter(({ why }) => why === null);
  const isSwept = ({ issue, at }: GateLogEntry) =>
    issue !== null && ringOf("after").some((it) => it.issue === issue && it.at >= at && it.at - at <= soonMs);
  return {
    asked: judged.length,
    byVerdict: counted(judged),
    byRing: {
      before: counted(ringOf("before")),
      after: counted(ringOf("after")),
      server: counted(ringOf("server")),
    },
    medianMs: percentile(
      waited.map(({ ms }) => ms),
      0.5,
    ),
    p95Ms: percentile(
      waited.map(({ ms }) => ms),
      0.95,
    ),
    wouldHaveBlocked: judged.filter(({ verdict, strict }) => verdict === "allow" && strict === "block")
      .length,
    overridden: overridesIn(log),
    putBack: judged.filter(({ why }) => why === "put-back").length,
    unseen: judged.filter((it) => it.verdict === "passed" && !isSwept(it)).length,
  };
}

function overridesIn(log: readonly GateLogEntry[]): GateNumbers["overridden"] {
  const found = new Map<string, GateNumbers["overridden"][number]>();
  for (const { override } of log) {
    if (override === null) continue;
    const name = `${override.how} ${override.reason.trim().toLowerCase()}`;
    const known = found.get(name) ?? { ...override, count: 0 };
    found.set(name, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason));
}

/** The project or team of an issue, by its key; null: it was being made, or only its id is known. */
export const teamOf = ({ issue }: Pick<GateLogEntry, "issue">): string | null =>
  /^([A-Z][A-Z0-9_]*)-\d+$/.exec(issue ?? "")?.[1] ?? null;
