import type { Unready } from "../storage/sprint-reports";

/** What was done about issues, in numbers, and how each project's stand. */
export interface Settled {
  looked: number;
  putBack: number;
  told: number;
  /** Those that nothing was done about, since somebody touched them meanwhile. */
  touched: string[];
  found: Map<string, { looked: number; notReady: Unready[] }>;
  /** Whose issues these are, also where the policy asks nothing of them. */
  projects: Set<string>;
}

export const nothing = (): Settled => ({
  ...{ looked: 0, putBack: 0, told: 0, touched: [], found: new Map(), projects: new Set() },
});

/** What was done in two looks, the second at what `first` says was touched. */
export function merged(first: Settled, then: Settled): Settled {
  const found: Settled["found"] = new Map();
  for (const [project, { looked, notReady }] of first.found) {
    const kept = notReady.filter(({ id }) => !first.touched.includes(id));
    found.set(project, { looked, notReady: [...kept, ...(then.found.get(project)?.notReady ?? [])] });
  }
  return {
    ...{ ...first, found, touched: then.touched },
    ...{ putBack: first.putBack + then.putBack, told: first.told + then.told },
  };
}
