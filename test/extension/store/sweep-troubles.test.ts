import "fake-indexeddb/auto";
import { beforeEach, expect, it, vi } from "vitest";
import { Database } from "../../../extension/store/database";
import {
  createSweepTroubles,
  type SweepTrouble,
  type SweepTroubles,
} from "../../../extension/store/sweep-troubles";

const site = "https://northwind.atlassian.net";
const refused = { kind: "forbidden" as const, message: "No." };
let troubles: SweepTroubles;
let seen: (SweepTrouble | null)[];

beforeEach(() => {
  troubles = createSweepTroubles(new Database(`troubles ${Math.random()}`));
  seen = [];
});
const follow = () => {
  const { signal } = new AbortController();
  troubles.watch(site, (it) => seen.push(it), signal);
};

it("tells of a look that failed, since when looks fail in a row, and of its end", async () => {
  follow();
  await vi.waitFor(() => expect(seen).toEqual([null]));
  await troubles.note(site, "ATL", { kind: "offline", message: null }, 1_000);
  await troubles.note(site, "ATL", refused, 2_000);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ ...refused, since: 1_000 }));
  expect(await troubles.scopes(site)).toEqual(["ATL"]);
  expect(await troubles.read(site)).toEqual({ ...refused, since: 1_000 });
  await troubles.note(site, "ATL", null, 3_000);
  await vi.waitFor(() => expect(seen.at(-1)).toBeNull());
  await troubles.note(site, "ATL", refused, 4_000);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ ...refused, since: 4_000 }));
});

it("tells what has stood in the way for longest, and of no other site", async () => {
  await troubles.note(site, "NEW", refused, 2_000);
  await troubles.note(site, "OLD", { kind: "server", message: null }, 1_000);
  await troubles.note("https://other.atlassian.net", "ATL", refused, 500);
  follow();
  await vi.waitFor(() => expect(seen).toEqual([{ kind: "server", message: null, since: 1_000 }]));
});
