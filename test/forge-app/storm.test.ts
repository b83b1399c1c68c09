import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { createRandom } from "../sandbox/company/random";
import { moveToBacklog, moveToSprint } from "../sandbox/jira/sprints";
import { forgeStage } from "./forge-stage";

afterEach(() => vi.useRealTimers());

const keys = ["ATL-5", "ATL-6"] as const;
const key = fc.constantFrom(...keys);
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("move"), key, to: fc.constantFrom(2, 3, null) }) },
  // The extension puts back as the person whose browser it is in.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move"), key, to: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("sign"), key }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("wait"), seconds: fc.integer({ min: 0, max: 240 }) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
const storm = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 14 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  isParallel: fc.boolean(),
  /** The share of requests at which an invocation is ended. */
  deadliness: fc.constantFrom(0, 0, 0.05, 0.2),
});

/** Plays a storm; events come not at all, once or thrice, up to three minutes late, and so in any order. */
async function play({
  acts,
  seed,
  isParallel,
  deadliness,
}: typeof storm extends fc.Arbitrary<infer T> ? T : never) {
  const random = createRandom(seed);
  let isStormy = false;
  const stage = await forgeStage(
    { mode: "block" },
    {
      isParallel,
      latencyMs: 50,
      delivery: () => Array.from({ length: Math.floor(random() * 4) }, () => Math.floor(random() * 180_000)),
      fate: () =>
        !isStormy || random() >= deadliness ? "goes-on" : random() < 0.5 ? "ended-before" : "ended-after",
    },
  );
  const signed = new Set<string>();
  const movedSince = new Map<string, number | null>();
  const { site, platform } = stage;
  // The gate begins with its first look.
  await platform.pass(3_700_000);
  isStormy = true;
  const tom = stage.person("tom");
  for (const it of acts as Act[]) {
    if ("to" in it) {
      if (stage.placeOf(it.key) === it.to) continue;
      const moved =
        it.to === null ? moveToBacklog(site, tom, [it.key]) : moveToSprint(site, tom, [it.key], it.to);
      if (!moved.ok) throw new Error(moved.error.errorMessages.join());
      if (signed.has(it.key)) movedSince.set(it.key, it.to);
    } else if ("seconds" in it) await platform.pass(it.seconds * 1_000);
    else if ("key" in it && !signed.has(it.key)) {
      stage.write(it.key);
      stage.sign(it.key);
      signed.add(it.key);
    }
  }
  isStormy = false;
  await platform.pass(25 * 3_600_000);
  const movesOf = () =>
    keys.flatMap((it) => stage.issue(it).changelog.filter(({ author }) => author === platform.app)).length;
  const moves = movesOf();
  await platform.pass(3 * 3_600_000);
  stage.end();
  return { stage, signed, movedSince, isQuiet: movesOf() === moves };
}

it("whatever is moved, signed, lost, late, doubled or ended: what is not signed is out, what is stays, and it is told once", async () => {
  let [out, inside] = [0, 0];
  await fc.assert(
    fc.asyncProperty(storm, async (it) => {
      const { stage, signed, movedSince, isQuiet } = await play(it);
      for (const key of keys) {
        if (!signed.has(key)) expect(stage.placeOf(key), key).toBe(null);
        if (movedSince.has(key)) expect(stage.placeOf(key), key).toBe(movedSince.get(key));
        if (stage.told(key).length > 0) out += 1;
        if (stage.placeOf(key) !== null) inside += 1;
        expect(new Set(stage.told(key)).size, stage.told(key).join("\n")).toBe(stage.told(key).length);
      }
      expect(isQuiet).toBe(true);
      expect(stage.platform.failures.filter((failure) => !failure.includes("given up"))).toEqual([]);
    }),
    { numRuns: 120, seed: 20261116 },
  );
  // The storm is worth something only if the gate had to act in it, and to let in.
  expect(Math.min(out, inside)).toBeGreaterThan(10);
}, 300_000);
