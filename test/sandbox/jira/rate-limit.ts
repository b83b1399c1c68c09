/** How many requests fit into a window; both can be set at any time. */
export interface Budget {
  requests: number;
  windowSeconds: number;
}

/** Jira Cloud's documented limits of 2026: bursts per endpoint and method, and writes per issue. */
export interface RateLimits {
  /** By method and route (`"GET /rest/api/{apiVersion}/myself"`), else by method. */
  burst: Record<string, Budget>;
  perIssueWrites: Budget[];
}

/** The documented values: GET and POST 100, PUT and DELETE 50 per second; 20 writes per issue in 2 s, 100 in 30 s. */
export const defaultLimits = (): RateLimits => ({
  burst: {
    GET: { requests: 100, windowSeconds: 1 },
    POST: { requests: 100, windowSeconds: 1 },
    PUT: { requests: 50, windowSeconds: 1 },
    DELETE: { requests: 50, windowSeconds: 1 },
    "GET /rest/api/{apiVersion}/issue/{issueIdOrKey}": { requests: 150, windowSeconds: 1 },
    "POST /rest/api/{apiVersion}/search/approximate-count": { requests: 150, windowSeconds: 1 },
  },
  perIssueWrites: [
    { requests: 20, windowSeconds: 2 },
    { requests: 100, windowSeconds: 30 },
  ],
});

/** What the limiter says to one request. */
export interface LimitVerdict {
  refused: "jira-burst-based" | "jira-per-issue-on-write" | null;
  limit: number;
  remaining: number;
  /** Until a request fits again, or until the burst window is empty. */
  resetSeconds: number;
}

export interface RateLimiter {
  /** Counts a request to an endpoint (`"GET /rest/api/..."`); `writtenIssue` is the issue that it changes. */
  take(method: string, endpoint: string, writtenIssue: string | null): LimitVerdict;
}

/** A limiter over sliding windows; the budgets are read anew at every request. `clock` gives milliseconds. */
export function createRateLimiter(limits: RateLimits, clock: () => number): RateLimiter {
  const taken = new Map<string, number[]>();
  const look = (key: string, { requests, windowSeconds }: Budget) => {
    const now = clock();
    const recent = (taken.get(key) ?? []).filter((at) => at > now - windowSeconds * 1000);
    taken.set(key, recent);
    const oldest = recent[0] ?? now;
    const resetSeconds = Math.max(0, (oldest + windowSeconds * 1000 - now) / 1000);
    return {
      limit: requests,
      remaining: requests - recent.length,
      resetSeconds,
      count: () => recent.push(now),
    };
  };
  return {
    take(method, endpoint, writtenIssue) {
      const unlimited: Budget = { requests: Number.MAX_SAFE_INTEGER, windowSeconds: 1 };
      const budget = limits.burst[endpoint] ?? limits.burst[method] ?? unlimited;
      const burst = look(endpoint, budget);
      const perIssue =
        writtenIssue === null
          ? []
          : limits.perIssueWrites.map((it) => look(`${writtenIssue} in ${it.windowSeconds} s`, it));
      const full = [...perIssue, burst].find((it) => it.remaining <= 0);
      if (full !== undefined) {
        const refused = full === burst ? "jira-burst-based" : "jira-per-issue-on-write";
        return { refused, limit: full.limit, remaining: 0, resetSeconds: full.resetSeconds };
      }
      for (const window of [burst, ...perIssue]) window.count();
      const { limit, remaining, resetSeconds } = burst;
      return { refused: null, limit, remaining: remaining - 1, resetSeconds };
    },
  };
}
