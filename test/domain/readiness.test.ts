import { expect, it } from "vitest";
import { breakGlassIn, writeBreakGlass } from "../../shared/domain/break-glass";
import type { Entry } from "../../shared/domain/entry";
import { defaultPolicy } from "../../shared/domain/policy";
import { readinessOf } from "../../shared/domain/readiness";
import { none, unreadable, value } from "../../shared/domain/result";
import { noMembers } from "../../shared/domain/signers";
import { aWorkItem } from "./builders";

const now = "2026-11-20T12:00:00.000Z";
const until = "2026-11-21T12:00:00.000Z";
const comment = {
  ...{ author: { id: "ana", name: "Ana", kind: "person" as const }, createdAt: "2026-11-20T11:00:00.000Z" },
  ...{ editedAt: null, edited: "no" as const },
};
const entryOf = (id: string, over: object = {}, glass = ""): Entry => {
  const issue = aWorkItem({ id, ...over });
  return {
    key: issue.key,
    facts: {
      ...{ issue, chain: { ancestors: [], end: "root" }, evidence: [], members: noMembers },
      glass: breakGlassIn(glass, comment),
    },
  };
};
const entries = [
  entryOf("1", { lane: "bug" }),
  entryOf("2"),
  entryOf("3", {}, writeBreakGlass({ object: "3", reason: "Payments are down", until })),
  { key: "ATL-4", facts: null },
];

it.each([
  ["whatever it does now", value({ ...defaultPolicy, mode: "observe" as const })],
  ["before its day", value({ ...defaultPolicy, mode: "block" as const, effectiveFrom: "2027-01-01" })],
  ["where nobody wrote a policy", none],
  ["where it cannot be read", unreadable([])],
])("a sprint is as ready as under a gate that blocks: %s", (_, policy) => {
  const { ready, notReady, broken } = readinessOf(entries, policy, now);
  expect(ready).toEqual(["ATL-1"]);
  expect(notReady.map(({ entry, reasons }) => [entry.key, reasons])).toEqual([
    ["ATL-2", ["statement-missing"]],
    ["ATL-4", ["facts-missing"]],
  ]);
  expect(broken).toMatchObject([
    { entry: { key: "ATL-3" }, glass: { by: { name: "Ana" }, reason: "Payments are down", until } },
  ]);
});
