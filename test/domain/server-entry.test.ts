import { describe, expect, it } from "vitest";
import { decideServerEntry, type ServerAct } from "../../shared/domain/server-entry";
import { type PlaceRules, type SprintChange, sprintIdsIn } from "../../shared/domain/sprint-history";

const app = "app";
const since = "2026-11-16T09:00:00.000Z";
/** So many minutes after the gate began to look. */
const at = (minutes: number) => new Date(Date.parse(since) + minutes * 60_000).toISOString();
const change = (minutes: number, from: string, to: string, by = "tom"): SprintChange => ({
  ...{ at: at(minutes), by, from: sprintIdsIn(from), to: sprintIdsIn(to) },
});
const rules: PlaceRules = { since, known: null, app, endedAt: new Map() };
const before = at(-60 * 24 * 30);

interface Case {
  createdAt?: string;
  place: string | null;
  changes: SprintChange[];
  known?: PlaceRules["known"];
  endedAt?: [string, string][];
  verdict?: "allow" | "warn" | "block";
  now?: number;
}

const cases: [string, Case, ServerAct][] = [
  ["is in no sprint", { place: null, changes: [change(1, "", "80"), change(2, "80", "")] }, { act: "leave" }],
  ["was inside before", { place: "80", changes: [change(-9, "", "80")] }, { act: "leave" }],
  ["was made inside before", { place: "80", changes: [] }, { act: "leave" }],
  ["entered", { place: "80", changes: [change(1, "", "80")] }, { act: "put-back", to: null }],
  ["was made inside", { createdAt: at(1), place: "80", changes: [] }, { act: "put-back", to: null }],
  [
    "was made inside one sprint and went on to another",
    { createdAt: at(1), place: "76", changes: [change(2, "80", "76")] },
    { act: "put-back", to: null },
  ],
  [
    "left one open sprint for another",
    { place: "80", changes: [change(-9, "", "76"), change(1, "76", "80")] },
    { act: "put-back", to: "76" },
  ],
  [
    "left a sprint that has ended since",
    {
      place: "80",
      changes: [change(-9, "", "76"), change(1, "76", "80")],
      endedAt: [["76", at(1.5)]],
    },
    { act: "put-back", to: null },
  ],
  [
    "came back to where it was, by the hand of a person or an extension",
    { place: "76", changes: [change(-9, "", "76"), change(1, "76", "80"), change(2, "80", "76")] },
    { act: "leave" },
  ],
  [
    "took a detour to look as if it came back",
    { place: "80", changes: [change(1, "", "80"), change(2, "80", "76"), change(3, "76", "80")] },
    { act: "put-back", to: null },
  ],
  [
    "was taken out by a person, and put in again",
    { place: "76", changes: [change(-9, "", "76"), change(1, "76", ""), change(2, "", "76")] },
    { act: "put-back", to: null },
  ],
  [
    "was carried over when its sprint ended",
    {
      place: "80",
      changes: [change(-9, "", "76"), change(1, "76", "76, 80")],
      endedAt: [["76", at(1)]],
    },
    { act: "leave" },
  ],
  [
    "was carried over from a sprint that it should not have been in",
    {
      place: "80",
      changes: [change(1, "", "76"), change(2, "76", "76, 80")],
      endedAt: [["76", at(2)]],
    },
    { act: "put-back", to: null },
  ],
  [
    "was in a sprint that ended long ago",
    {
      place: "80",
      changes: [change(-9_000, "", "76"), change(1, "76", "76, 80")],
      endedAt: [["76", at(-8_000)]],
    },
    { act: "put-back", to: null },
  ],
  [
    "went to the backlog before its sprint ended, and comes from there",
    {
      place: "80",
      changes: [change(-9_000, "", "76"), change(-10, "76", ""), change(1, "", "80")],
      endedAt: [["76", at(0)]],
    },
    { act: "put-back", to: null },
  ],
  [
    "was let in once, and lacks something now",
    { place: "80", changes: [change(1, "", "80")], known: { at: at(1), place: "80" } },
    { act: "leave" },
  ],
  [
    "was let in, left, and came again",
    {
      place: "80",
      changes: [change(1, "", "80"), change(2, "80", ""), change(3, "", "80")],
      known: { at: at(1), place: "80" },
    },
    { act: "put-back", to: null },
  ],
  ["was moved by the app itself", { place: "80", changes: [change(1, "", "80", app)] }, { act: "leave" }],
  ["may enter", { place: "80", changes: [change(1, "", "80")], verdict: "allow" }, { act: "confirm" }],
  [
    "is warned of",
    { place: "80", changes: [change(1, "", "80")], verdict: "warn" },
    { act: "tell", why: "warned" },
  ],
  [
    "comes a third time within an hour",
    {
      place: "80",
      changes: [
        ...[change(1, "", "80"), change(2, "80", "", app), change(3, "", "80")],
        ...[change(4, "80", "", app), change(5, "", "80")],
      ],
      now: 6,
    },
    { act: "tell", why: "comes-again" },
  ],
  [
    "came a third time, an hour ago",
    {
      place: "80",
      changes: [
        ...[change(1, "", "80"), change(2, "80", "", app), change(3, "", "80")],
        ...[change(4, "80", "", app), change(5, "", "80")],
      ],
      now: 66,
    },
    { act: "put-back", to: null },
  ],
];

describe("what the server does about an issue that", () => {
  it.each(cases)(
    "%s",
    (_, { createdAt = before, place, changes, known = null, endedAt = [], ...it }, act) => {
      const verdict = { verdict: it.verdict ?? "block" };
      const history = { createdAt, place, changes };
      const found = decideServerEntry(
        verdict,
        history,
        { ...rules, known, endedAt: new Map(endedAt) },
        at(it.now ?? 10),
      );
      expect(found).toEqual(act);
    },
  );
});

it("believes ids alone, whatever stands around them", () => {
  expect(["76, 80", "", null, undefined, "7"].map(sprintIdsIn)).toEqual([["76", "80"], [], [], [], ["7"]]);
});
