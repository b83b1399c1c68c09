import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { forgetFacts } from "./forget-facts";
import { companyWithGate } from "./gate-company";
import type { Ways } from "./gate-ways";
import { jiraWays } from "./gate-ways-jira";
import { linearWays } from "./gate-ways-linear";
import { useJourney } from "./harness";
import { standingWords } from "./jira-expected-badges";
import { expectedInLinear } from "./linear-expected";
import { type MatrixRow, writeMatrixRows } from "./matrix-rows";
import { openOwnPage } from "./own-pages";
import { jiraStage, linearStage } from "./tracker-stage";

// Enough tickets that are not ready.
const company = companyWithGate("block", 400);
const journey = useJourney({ company });
const modes = ["off", "observe", "warn", "block"] as const;
type Mode = (typeof modes)[number];

const rows: MatrixRow[] = [];

interface Logged {
  ring: "before" | "after";
  issue: string | null;
  verdict: string;
  strict: string | null;
  why: string | null;
  at: number;
  ms: number;
}

afterAll(async () => {
  await writeMatrixRows(rows, ({ ring }) => ring !== "server");
  console.table(rows);
});

/** All that the extension keeps in this browser, read by a page of its own. */
async function kept(): Promise<{ gateLog: Logged[]; sweeps: { site: string }[] }> {
  desk ??= await openOwnPage(journey, "options.html");
  const json = await desk.evaluate(async () => {
    const message = { id: 0, type: "exportLocalData", timestamp: Date.now() };
    return (await chrome.runtime.sendMessage(message)).res as string;
  });
  return JSON.parse(json);
}
let desk: Page | null = null;

/** What the extension logged of a ticket since a moment; what is being made has no key yet. */
async function loggedOf(key: string, since: number): Promise<Logged[]> {
  const { gateLog } = await kept();
  return gateLog.filter(({ issue, at }) => at >= since && (issue === key || issue === null));
}

/** The decision that settled what becomes of an entry in this mode; undefined: there is none yet. */
function settled(mode: Mode, logged: readonly Logged[]): Logged | undefined {
  const ofMode = {
    off: ({ verdict }: Logged) => verdict === "allow",
    observe: ({ verdict, strict }: Logged) => verdict === "allow" && strict === "block",
    warn: ({ verdict }: Logged) => verdict === "warn",
    block: ({ ring, verdict, why }: Logged) =>
      verdict === "block" && (ring === "before" || why === "put-back" || why === "moved-elsewhere"),
  };
  return logged.find(ofMode[mode]);
}

const outcomeOf = ({ ring, verdict, why }: Logged): string => {
  if (verdict === "allow") return "let in and noted";
  if (verdict === "warn") return "warned";
  if (ring === "before") return "kept out";
  return why === "put-back" ? "put back" : "left in and flagged";
};

async function take(ways: Ways, mode: Mode): Promise<void> {
  for (const way of ways.all) {
    const startedAt = Date.now();
    const key = await way.go();
    const about = { tracker: ways.tracker, wayIn: way.name, mode };
    const what = `${ways.tracker}, ${mode}: ${way.name}`;
    if (key === null) throw new Error(`${what} brought nothing`);
    if (mode === "off") {
      await expect.poll(() => ways.isIn(key), { timeout: 15_000, message: what }).toBe(true);
      rows.push({ ...about, ring: "none", outcome: "let in", ms: 0 });
      continue;
    }
    const until = Date.now() + 30_000;
    let logged = await loggedOf(key, startedAt);
    while (settled(mode, logged) === undefined && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      logged = await loggedOf(key, startedAt);
    }
    const decision = settled(mode, logged);
    if (decision === undefined) throw new Error(`${what}: no ring saw it, but ${JSON.stringify(logged)}`);
    const outcome = outcomeOf(decision);
    rows.push({ ...about, ring: decision.ring, outcome, ms: decision.ms });
    const speaks = mode === "block" || (mode === "warn" && !way.isMade);
    if (decision.ring === "before" && speaks) await ways.closeDialog();
    const isOut = outcome === "kept out" || outcome === "put back";
    await expect.poll(() => ways.isIn(key), { timeout: 10_000, message: what }).toBe(!isOut);
    if (isOut) await ways.expectOutside(key);
  }
}

const expected = expectedInLinear(company);
const isReadyInLinear = (key: string) => {
  const badge = expected.get(key);
  return badge?.state === "lane" || badge?.says.includes(standingWords.signed) === true;
};

describe.each([
  ["jira", "atlassian.net", () => jiraWays(journey), jiraStage(journey)],
  ["linear", "linear.app", () => linearWays(journey, isReadyInLinear), linearStage(journey)],
] as const)("in %s", (tracker, origin, open, stage) => {
  test.each(modes)(
    "every way into a sprint is seen, where the policy says %s",
    async (mode) => {
      const restore = stage.rule((policy) => ({ ...policy, mode }));
      await forgetFacts(journey);
      await kept();
      const ways = open();
      await ways.open();
      // What is inside before the first sweep was always there.
      if (mode !== "off")
        await expect
          .poll(async () => (await kept()).sweeps.some(({ site }) => site.includes(origin)), {
            timeout: 20_000,
          })
          .toBe(true);
      try {
        await take(ways, mode);
      } finally {
        ways.leave();
        restore();
      }
      const own = rows.filter((it) => it.tracker === tracker && it.mode === mode);
      expect(own.map(({ wayIn }) => wayIn)).toEqual(ways.all.map(({ name }) => name));
    },
    300_000,
  );
});
