import { browser } from "wxt/browser";
import { z } from "zod";
import { type Policy, policy } from "../../shared/domain/policy";
import type { LocalPolicies } from "../../shared/domain/policy-in-force";
import { readPolicy } from "./company-policy";

const key = "gatePolicy";
const waitsKey = "gateWaits";
const waits = z
  .record(z.string(), z.object({ medianHours: z.number().nullable(), at: z.number() }))
  .catch({});

/** The policies that this browser keeps: the person's own, and the company's; and how long signatures are waited for in a scope. */
export async function readLocalPolicies(site: string, scope: string): Promise<LocalPolicies> {
  const [{ [key]: stored, [waitsKey]: kept }, { gate, locked }] = await Promise.all([
    browser.storage.local.get([key, waitsKey]),
    readPolicy(),
  ]);
  const person = policy.safeParse(stored).data ?? null;
  const medianWaitHours = waits.parse(kept)[`${site} ${scope}`]?.medianHours ?? null;
  return { company: gate, isLocked: locked.includes("gate"), person, medianWaitHours };
}

/** Keeps how long signatures are waited for, by scope, as it was measured at `at`, in milliseconds since 1970. */
export async function keepMedianWaits(
  site: string,
  medians: ReadonlyMap<string, number | null>,
  at: number,
): Promise<void> {
  const all = waits.parse((await browser.storage.local.get(waitsKey))[waitsKey]);
  for (const [scope, medianHours] of medians) all[`${site} ${scope}`] = { medianHours, at };
  await browser.storage.local.set({ [waitsKey]: all });
}

/** When a scope's waits were measured last; null: never. */
export async function measuredAt(site: string, scope: string): Promise<number | null> {
  const all = waits.parse((await browser.storage.local.get(waitsKey))[waitsKey]);
  return all[`${site} ${scope}`]?.at ?? null;
}

/** Keeps the person's own policy, which holds where a project has none; null: forgets it. */
export async function keepOwnPolicy(own: Policy | null): Promise<void> {
  if (own === null) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: own });
}
