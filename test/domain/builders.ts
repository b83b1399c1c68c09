import type { WorkItem } from "../../shared/domain/issue";
import type { Sheet } from "../../shared/domain/sheet";
import type { Statement } from "../../shared/domain/statement";

/** An issue without parent, sheet, statement or lane; `id` also makes key, title and address. */
export function aWorkItem(over: Partial<WorkItem> = {}): WorkItem {
  const id = over.id ?? "1";
  return {
    id,
    key: `ATL-${id}`,
    title: `Ticket ${id}`,
    type: "Story",
    isBet: false,
    parentId: null,
    url: `https://northwind.atlassian.net/browse/ATL-${id}`,
    sheet: { kind: "none" },
    statement: { kind: "none" },
    standingMirror: null,
    lane: null,
    ...over,
  };
}

/** A complete, live sheet whose stage gate is on 2026-12-04. */
export const aSheet = (over: Partial<Sheet> = {}): Sheet => ({
  state: "active",
  version: 1,
  aim: { title: "Buying without an account", definitionOfDone: "95 of 100 buyers never see a sign-up form" },
  mechanism: {
    lever: "guest checkout",
    metric: "completed orders",
    reason: "people leave at the sign-up form",
  },
  signals: [
    {
      kind: "proxy",
      name: "form errors",
      unit: "errors per order",
      baseline: 0.8,
      target: 0.3,
      direction: "down",
    },
    {
      kind: "outcome",
      name: "completed orders",
      unit: "% of carts",
      baseline: 61,
      target: 70,
      direction: "up",
    },
  ],
  stageGate: { date: "2026-12-04", rule: "We continue if form errors fall below 0.5" },
  guardrail: { sli: "p95 of checkout", threshold: "under 800 ms" },
  owner: "Ana",
  cadence: "every Tuesday",
  rightToWin: "Our warehouse answers in a day",
  risks: [{ text: "Old accounts cannot be merged back", oneWayDoor: true }],
  assumptions: ["Buyers read the mail with the receipt"],
  nonGoals: ["Sign-in with other companies"],
  ...over,
});

/** A complete statement written by `bo`. */
export const aStatement = (over: Partial<Statement> = {}): Statement => ({
  who: "First-time buyers on a phone",
  problem: "They must make an account before they can pay",
  evidence: ["31 of 80 calls in October", "https://northwind.example/report/12"],
  cost: "9,000 EUR a week in lost orders",
  successSignal: "Completed orders up from 61 % to 70 % by 2026-12-31",
  workaround: "They order by telephone",
  nonGoals: ["Loyalty points"],
  author: "bo",
  ...over,
});
