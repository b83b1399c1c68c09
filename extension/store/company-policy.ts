import { browser } from "wxt/browser";
import { z } from "zod";
import { type Policy, readPolicyJson } from "../../shared/domain/policy";
import { none, type Reading, unreadable } from "../../shared/domain/result";
import { siteOfAddress } from "../trackers/site-address";

/** What a company may take out of the person's hands. */
export const lockables = ["sites", "views", "language", "gate"] as const;
export type Lockable = (typeof lockables)[number];

/** What a company decided for its people, through the browser's own policies (`managed-schema.json`). */
export interface CompanyPolicy {
  /** Sites to turn on, by origin. The browser still asks the person, unless its own policy grants them. */
  sites: string[];
  language: string | null;
  /** The gate's rules where a project has none, or everywhere where they are locked. */
  gate: Reading<Policy>;
  locked: Lockable[];
}

export const noPolicy: CompanyPolicy = { sites: [], language: null, gate: none, locked: [] };

const listOf = <T>(item: z.ZodType<T, unknown>) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((it) => item.safeParse(it).data ?? []));

const managed = z.object({
  sites: listOf(
    z
      .string()
      .transform((address) => siteOfAddress(address))
      .pipe(z.string()),
  ),
  language: z.string().nullable().catch(null),
  // What is there and is no policy is told as such: nobody shall think that it holds.
  gate: z.optional(z.unknown()).transform((it) => {
    if (it === undefined || it === null || it === "") return none;
    return typeof it === "string"
      ? readPolicyJson(it)
      : unreadable([{ line: 1, message: "This is no text." }]);
  }),
  locked: listOf(z.enum(lockables)),
});

/** What of a company's policy can be understood; the rest counts as not set. */
export const parsePolicy = (stored: unknown): CompanyPolicy => managed.safeParse(stored).data ?? noPolicy;

/** The company's policy; Firefox refuses to answer where there is none. */
export const readPolicy = (): Promise<CompanyPolicy> =>
  browser.storage.managed.get().then(parsePolicy, () => noPolicy);

/** Tells of every change of the policy, until `signal` ends it. */
export function watchPolicy(act: () => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage.managed;
  onChanged.addListener(act);
  signal.addEventListener("abort", () => onChanged.removeListener(act), { once: true });
}
