import type { WorkItem } from "../domain/issue";
import type { Policy } from "../domain/policy";
import type { LocalPolicies } from "../domain/policy-in-force";
import type { Reading } from "../domain/result";
import type { Parsed } from "../tracker/tracker-api";

/** What is known of one object. `item` null: the tracker did not give it when it was asked. */
export interface KnownItem {
  id: string;
  key: string;
  item: WorkItem | null;
  /** The tracker did give it, in a shape that could not be understood. */
  malformed: boolean;
  readAt: number;
}

export interface KnownPolicy {
  policy: Reading<Policy>;
  readAt: number;
}

/** What the trackers said, kept across restarts; times are milliseconds since 1970. */
export interface FactsCache {
  byKeys(site: string, keys: readonly string[]): Promise<Map<string, KnownItem>>;
  byIds(site: string, ids: readonly string[]): Promise<Map<string, KnownItem>>;
  /** Those that hold in this browser, of the scopes that are known. */
  policiesOf(site: string, scopes: readonly string[]): Promise<Map<string, KnownPolicy>>;
  /** What holds in this browser for a scope that has this policy. */
  inForce(site: string, scope: string, project: Reading<Policy>): Promise<Reading<Policy>>;
  /** Every policy that is known of a site. */
  allPolicies(site: string): Promise<KnownPolicy[]>;
  /** Keeps what one answer said; what was asked for and did not come is kept as missing. */
  learn(site: string, asked: readonly string[], parsed: Parsed, readAt: number): Promise<void>;
  /** All that is known of a site, in no order. */
  all(site: string): Promise<KnownItem[]>;
  /** Forgets the policy of a scope, so that it is read anew. */
  forgetPolicy(site: string, scope: string): Promise<void>;
  /** Marks objects and all that serves them as read too long ago to stand unchecked. Gives the keys of the tickets among them. */
  expire(site: string, ids: readonly string[]): Promise<string[]>;
  /** Tells at once, and whenever anything that is known of a site has changed, by whichever context. */
  watch(site: string, act: () => void, signal: AbortSignal): void;
  /** Forgets what was last read before this moment. */
  prune(before: number): Promise<void>;
}

/** The policies that this browser keeps, and what it measured, for one scope of a site. */
export type ReadLocal = (site: string, scope: string) => Promise<LocalPolicies>;
