// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { GateLogEntry } from "../../../../shared/domain/gate-log-entry";
import { err, ok } from "../../../../shared/domain/result";
import { GateNumbersPage } from "../../../../shared/ui/numbers/gate-numbers-page";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

const entry = (over: Partial<GateLogEntry> = {}): GateLogEntry => ({
  ...{ site: "https://northwind.atlassian.net", at: Date.now(), ring: "before", issue: "ATL-1", sprint: "2" },
  ...{ verdict: "allow", strict: "allow", reasons: ["signed"], why: null, override: null, ms: 12, ...over },
});
const log = [
  entry(),
  entry({ verdict: "block", strict: "block", issue: "OPS-4" }),
  entry({ verdict: "passed", why: "overridden", override: { how: "glass", reason: "Payments are down" } }),
];
const wait = (hours: number, isOver: boolean) => ({ scope: "ATL", hours, isOver });

async function page(over: Parameters<typeof fakePort>[0] = {}) {
  const since: number[] = [];
  const saved: [string, string, string][] = [];
  const port = fakePort({
    readGateLog: async (at) => {
      since.push(at);
      return ok(log);
    },
    measureWaits: async () => ok([wait(3, true), wait(60, false)]),
    ...over,
  });
  const save = (...it: [string, string, string]) => void saved.push(it);
  return { ...(await render(<GateNumbersPage port={port} t={t} onSave={save} />)), since, saved };
}
type Page = Awaited<ReturnType<typeof page>>;
const rowOf = ({ all }: Page, name: string) =>
  all("tr")
    .find((it) => it.querySelector("th")?.textContent === name)
    ?.querySelectorAll("td");
const numbersIn = (it: Page, name: string) => [...(rowOf(it, name) ?? [])].map((cell) => cell.textContent);

it("tells what the gate said by ring, the delay, why people went on, and how long signatures were waited for", async () => {
  const it = await page();
  expect(numbersIn(it, "Let in")).toEqual(["1", "0"]);
  expect(numbersIn(it, "Kept out")).toEqual(["1", "0"]);
  expect(it.text()).toContain("median 12 ms, 95 % below 12 ms");
  expect(it.text()).toContain("Broke the glass: Payments are down (1)");
  expect(it.text()).toContain("Median 3 h, nine of ten below 2.5 days.");
  expect(it.text()).toContain("1 of 2 wait still");
});

it("tells the same of one team, and of another span", async () => {
  const it = await page();
  await it.type("Team", "OPS");
  expect([numbersIn(it, "Let in"), numbersIn(it, "Kept out")]).toEqual([
    ["0", "0"],
    ["1", "0"],
  ]);
  await it.type("Since", "7");
  const days = it.since.map((at) => Math.round((Date.now() - at) / (24 * 60 * 60_000)));
  expect(days).toEqual([30, 7]);
});

it("is saved as it is shown, and names nobody", async () => {
  const it = await page();
  await it.type("Team", "OPS");
  await it.press("Save as JSON");
  await it.press("Save as CSV");
  const [json, csv] = it.saved;
  expect(JSON.parse(json?.[1] ?? "")).toEqual([log[1]]);
  expect([json?.[2], csv?.[2]]).toEqual(["application/json", "text/csv"]);
  expect(csv?.[1]).toContain("OPS-4");
});

it("says why the waits are not known, and that nobody was asked yet", async () => {
  const unread = await page({ measureWaits: async () => err({ kind: "offline", message: null }) });
  expect(unread.text()).toContain("The tracker could not be reached.");
  const nobody = await page({ measureWaits: async () => ok([]) });
  expect(nobody.text()).toContain("Nobody was asked for a signature yet.");
});
