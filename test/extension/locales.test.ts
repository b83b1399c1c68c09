import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wordOf } from "../../extension/badge/badge-view";
import type { LinearKeyRefusal } from "../../extension/messaging/extension-protocol";
import type { UnknownReason } from "../../extension/messaging/facts";
import type { TroubleKind } from "../../extension/messaging/page-status";
import { orphanReasons } from "../../shared/domain/alignment";
import { lane } from "../../shared/domain/lane";
import { type SheetState, sheetState, signal } from "../../shared/domain/sheet";
import { standing } from "../../shared/domain/statement";
import { askedMessages } from "./asked-messages";

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync("extension/public/_locales/en/messages.json", "utf8"),
);

// Records, so that a new member of a type does not compile before it is here.
const unknownReasons: Record<UnknownReason | TroubleKind, true> = {
  "parent-unreadable": true,
  "sheet-unreadable": true,
  "not-found": true,
  "signed-out": true,
  forbidden: true,
  "rate-limited": true,
  offline: true,
  server: true,
  malformed: true,
  "no-key": true,
  "other-workspace": true,
  "stale-tab": true,
  "no-answer": true,
  "view-changed": true,
};
const refusals: Record<LinearKeyRefusal, true> = { "not-a-key": true, rejected: true, unreachable: true };
const by: Record<"declaration" | "issue-type", true> = { declaration: true, "issue-type": true };
// An active sheet is the usual case, which is not remarked on.
const remarked = sheetState.options.filter((it): it is Exclude<SheetState, "active"> => it !== "active");

/** What the star of a name may be. */
const families: Record<string, readonly string[]> = {
  "standing_*": standing.options,
  "lane_*": lane.options,
  "lane_*_means": lane.options,
  "laneBy_*": Object.keys(by),
  "orphan_*": orphanReasons,
  "orphan_*_fix": orphanReasons,
  "unknown_*": Object.keys(unknownReasons),
  "unknown_*_fix": Object.keys(unknownReasons),
  "signal_*": signal.shape.kind.options,
  "sheetState_*": remarked,
  "optionsKey_*": Object.keys(refusals),
};
const membersOf = (name: string): string[] =>
  name.includes("*") ? (families[name] ?? []).map((it) => name.replace("*", wordOf(it))) : [name];

const asked = askedMessages("extension");
const manifest = [...readFileSync("wxt.config.ts", "utf8").matchAll(/__MSG_(\w+)__/g)].map(
  (it) => it[1] ?? "",
);

describe("the message catalogue", () => {
  it("is asked for by names that this test can follow", () => {
    const unfollowed = asked.filter(({ names }) => names.some((it) => it.includes("*") && !(it in families)));
    expect(unfollowed).toEqual([]);
    expect(asked.length).toBeGreaterThan(40);
  });

  it("holds every message that the code and the manifest ask for", () => {
    const wanted = [...asked.flatMap(({ names }) => names.flatMap(membersOf)), ...manifest];
    expect(wanted.filter((name) => !(name in messages))).toEqual([]);
  });

  it("holds no message that nobody asks for", () => {
    const wanted = new Set([...asked.flatMap(({ names }) => names.flatMap(membersOf)), ...manifest]);
    expect(Object.keys(messages).filter((name) => !wanted.has(name))).toEqual([]);
  });

  it("has as many placeholders as the code fills", () => {
    const wrong = asked.flatMap(({ names, parts, at }) =>
      names
        .flatMap(membersOf)
        .filter((name) => highestPlaceholder(name) !== parts)
        .map((name) => `${name} at ${at}`),
    );
    expect(wrong).toEqual([]);
  });

  it("uses each placeholder from the first to the last", () => {
    for (const [name, { message }] of Object.entries(messages)) {
      const used = new Set([...message.matchAll(/\$(\d)/g)].map((it) => Number(it[1])));
      expect([name, [...used].sort()]).toEqual([name, Array.from({ length: used.size }, (_, at) => at + 1)]);
      expect([name, message.replace(/\$\d/g, "").includes("$")]).toEqual([name, false]);
    }
  });

  it("has names that every browser takes, and says something under each", () => {
    for (const [name, { message }] of Object.entries(messages)) {
      expect(name).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.trim()).toBe(message);
      expect(message).not.toBe("");
    }
  });
});

const highestPlaceholder = (name: string): number =>
  Math.max(0, ...[...(messages[name]?.message ?? "").matchAll(/\$(\d)/g)].map((it) => Number(it[1])));
