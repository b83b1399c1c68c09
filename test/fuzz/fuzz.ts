import fc from "fast-check";
import { vi } from "vitest";

/** All cases of one run of the fuzz tests, over all of them; `npm run fuzz -- --cases N --seed N` sets both. */
const allCases = Number(process.env.PLUMBLINE_FUZZ_CASES ?? 100_000);
/** The same cases each time unless another seed is named, so that a test fails for everybody or for nobody. */
const seed = Number(process.env.PLUMBLINE_FUZZ_SEED ?? 20_261_120);

// Nobody is to wait for this, but neither must a busy machine fail it.
vi.setConfig({ testTimeout: 900_000 });

/** `percent` of all cases. */
const casesFor = (percent: number): number => Math.max(1, Math.round((allCases * percent) / 100));

const ordinary = new Map(
  [Object, Array, String, Number, Function, Promise, Map, Set].map((it) => [it, namesOf(it)]),
);

/** Runs `percent` of all cases. Fails with the seed and the smallest case that fails, or where a prototype has changed. */
export async function fuzz<T>(
  percent: number,
  cases: fc.Arbitrary<T>,
  check: (it: T) => void | Promise<void>,
): Promise<void> {
  const numRuns = casesFor(percent);
  const start = performance.now();
  await fc.assert(
    fc.asyncProperty(cases, async (it) => {
      await check(it);
      for (const name in {}) throw new Error(`Object.prototype has got "${name}"`);
    }),
    { numRuns, seed },
  );
  for (const [type, before] of ordinary) {
    if (namesOf(type) !== before) throw new Error(`${type.name}.prototype has changed`);
  }
  console.log(`${numRuns} cases with seed ${seed} in ${Math.round(performance.now() - start)} ms`);
}

function namesOf({ prototype }: { prototype: object }): string {
  return Reflect.ownKeys(prototype).map(String).join();
}
