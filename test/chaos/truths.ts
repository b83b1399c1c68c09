import type { TrackerId } from "../../extension/trackers/hosts";
import type { Sandbox } from "../sandbox/server";
import { truthOf } from "./truth";

/** What badges had to say in the course of time. */
export interface Truths {
  /** Reads what is true now. Call it before each edit: what is true until then is remembered. */
  note(): Promise<void>;
  /** Whether a badge may still say so: what is true, or was within the time that an answer is kept. */
  isLately(tracker: TrackerId, key: string, label: string): boolean;
  /** What was ever true of it. */
  ever(tracker: TrackerId, key: string): string[];
  /** Whether it was ever true; also where nothing is known of the ticket yet, which somebody may just have made. */
  wasEver(tracker: TrackerId, key: string, label: string): boolean;
}

/** A fact may be this old before it is asked for again: the cache's minute and then the page's. */
const mostAgeMs = 125_000;

export function createTruths(sandbox: Sandbox): Truths {
  const all: { until: number; labels: Record<TrackerId, Map<string, string>> }[] = [];
  const ever = (tracker: TrackerId, key: string) => [
    ...new Set(all.flatMap(({ labels }) => labels[tracker].get(key) ?? [])),
  ];
  return {
    async note() {
      const { jira, linear } = sandbox;
      const keys = {
        jira: jira.ranked().map(({ key }) => key),
        linear: linear.store.all("Issue").map(({ number }) => `${linear.team.key}-${number}`),
      };
      const labels = {
        jira: await truthOf(sandbox, "jira", keys.jira),
        linear: await truthOf(sandbox, "linear", keys.linear),
      };
      all.push({ until: Date.now(), labels });
    },
    isLately: (tracker, key, label) =>
      all.some(({ until, labels }) => until > Date.now() - mostAgeMs && labels[tracker].get(key) === label),
    ever,
    wasEver(tracker, key, label) {
      const known = ever(tracker, key);
      return known.length === 0 || known.includes(label);
    },
  };
}
