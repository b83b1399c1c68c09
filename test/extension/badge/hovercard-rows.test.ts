import { describe, expect, it } from "vitest";
import { type CardRow, hovercardRows } from "../../../extension/badge/hovercard-rows";
import type { SourceFacts, TicketFacts } from "../../../extension/messaging/facts";
import { orphanReasons } from "../../../shared/domain/alignment";
import { lane } from "../../../shared/domain/lane";
import { sheetState } from "../../../shared/domain/sheet";
import { failureKinds } from "../../../shared/tracker/failure";
import { aSheet } from "../../domain/builders";
import { english } from "./english";
import { someFacts, someSource } from "./facts";

const rowsOf = (facts: TicketFacts, source?: SourceFacts) =>
  hovercardRows(facts, source, english, (day) => `<${day}>`, { loginUrl: null, retryAt: null });
const aligned = someFacts({ state: "aligned", from: "9", inherited: true });
const field = (rows: CardRow[], label: string) => rows.find((it) => it.label === label)?.text;

describe("the card of an aligned ticket", () => {
  it("tells the whole sheet, where it comes from and where the statement stands", () => {
    expect(rowsOf(aligned, someSource())).toEqual([
      { kind: "title", label: "Aim", text: "Buying without an account" },
      { kind: "subtitle", text: "Done: 95 of 100 buyers never see a sign-up form" },
      {
        kind: "sentence",
        text: "We believe guest checkout will move completed orders because people leave at the sign-up form",
      },
      {
        kind: "field",
        label: "Inherited from",
        text: "ATL-9 Guest checkout",
        href: "https://northwind.atlassian.net/browse/ATL-9",
      },
      { kind: "field", label: "Statement", text: "signed off" },
      {
        kind: "field",
        label: "Signals",
        text: "↓ form errors 0.8 errors per order → 0.3 errors per order (proxy)\n↑ completed orders 61 % of carts → 70 % of carts (outcome)",
      },
      { kind: "field", label: "Stage gate", text: "<2026-12-04>: We continue if form errors fall below 0.5" },
      { kind: "field", label: "Guardrail", text: "p95 of checkout: under 800 ms" },
      { kind: "field", label: "Owner", text: "Ana" },
    ]);
  });

  it("leaves out what the sheet does not say", () => {
    const sheet = aSheet({
      signals: [],
      stageGate: null,
      guardrail: null,
      owner: null,
      aim: { title: "Faster", definitionOfDone: null },
    });
    expect(rowsOf(aligned, someSource({ sheet })).map(({ kind, label }) => label ?? kind)).toEqual([
      "Aim",
      "sentence",
      "Inherited from",
      "Statement",
    ]);
  });

  it("names its own sheet as its own, and a bet without a key once", () => {
    const own = rowsOf(
      { ...aligned, key: "Guest checkout", inherited: false } as TicketFacts,
      someSource({ key: "Guest checkout" }),
    );
    expect(field(own, "Its own sheet")).toBe("Guest checkout");
  });

  it("names no origin where the ticket itself is all that there is", () => {
    const orphan = someFacts({ state: "orphan", reasons: ["parent-loop"], from: "1" });
    const rows = rowsOf(orphan, someSource({ id: "1", key: "ATL-1", sheet: null }));
    expect(rows.map(({ label }) => label)).not.toContain("Inherited from");
  });

  it.each([
    [{ baseline: null, target: null, unit: null }, "↑ orders (proxy)"],
    [{ baseline: 1, target: null, unit: null }, "↑ orders 1 → ? (proxy)"],
    [{ baseline: null, target: 70, unit: "%" }, "↑ orders ? → 70 % (proxy)"],
    [{ baseline: 0, target: 0, unit: null }, "↑ orders 0 → 0 (proxy)"],
  ] as const)("writes the signal %j", (over, text) => {
    const signals = [{ kind: "proxy" as const, name: "orders", direction: "up" as const, ...over }];
    expect(field(rowsOf(aligned, someSource({ sheet: aSheet({ signals }) })), "Signals")).toBe(text);
  });

  it.each(sheetState.options)("remarks on a sheet that is %s unless it is active", (state) => {
    expect(field(rowsOf(aligned, someSource({ sheet: aSheet({ state }) })), "Sheet")).toBe(
      state === "active" ? undefined : state,
    );
  });
});

describe("the card of a ticket that is not aligned", () => {
  it.each(lane.options)("says what the lane %s means and who said so", (it) => {
    for (const by of ["declaration", "issue-type"] as const) {
      const rows = rowsOf(someFacts({ state: "lane", lane: it, by }));
      expect(rows.map(({ kind }) => kind)).toEqual(["title", "sentence", "field"]);
      expect(rows[1]?.text).toContain("serves no aim on purpose");
    }
  });

  it.each(orphanReasons)("says of an orphan why, and what would help: %s", (reason) => {
    const rows = rowsOf(someFacts({ state: "orphan", reasons: [reason], from: null }));
    const name = `orphan_${reason.replaceAll("-", "_")}`;
    expect(rows.slice(1, 3)).toEqual([
      { kind: "alert", text: english(name) },
      { kind: "fix", text: english(`${name}_fix`) },
    ]);
  });

  it("shows an orphan what the sheet above it does say", () => {
    const sheet = aSheet({ mechanism: null });
    const rows = rowsOf(
      someFacts({ state: "orphan", reasons: ["no-mechanism"], from: "9" }),
      someSource({ sheet }),
    );
    expect(rows.find(({ label }) => label === "Aim")?.text).toBe("Buying without an account");
    expect(rows.some(({ kind }) => kind === "sentence")).toBe(false);
    expect(rows.find(({ href }) => href)?.text).toBe("ATL-9 Guest checkout");
  });

  it.each(["not-found", "parent-unreadable", "sheet-unreadable", ...failureKinds] as const)(
    "says what could not be read and what to do: %s",
    (reason) => {
      const rows = rowsOf(someFacts({ state: "unknown", reason, from: null }));
      expect(rows.slice(0, 3).map(({ kind }) => kind)).toEqual(["title", "alert", "fix"]);
      expect(rows[1]?.text).toBe(english(`unknown_${reason.replaceAll("-", "_")}`));
    },
  );

  it("hands on hostile text as text", () => {
    const title = '<img src=x onerror="alert(1)">';
    const rows = rowsOf(
      aligned,
      someSource({ title, sheet: aSheet({ aim: { title, definitionOfDone: title } }) }),
    );
    expect(rows.filter(({ text }) => text.includes(title))).toHaveLength(3);
  });
});
