import { ok, type Result } from "../../shared/domain/result";
import type { SweepVerdict } from "../../shared/domain/sprint-sweep";
import type { GateDecision } from "../../shared/gate/judge-moves";
import type { WriteFailure } from "../../shared/outbox/outbox-row";
import type { GateReader } from "../../shared/tracker/gate-reader";
import type { SiteHints, SprintMove } from "../../shared/tracker/sprint-entry";
import type { Mover, SweepPort } from "../../shared/tracker/sweep-port";
import type { Tenant } from "../desk/tenant";
import type { GateLog } from "../store/gate-log";
import { type PutBack, type SweepStore, writesKeptMs } from "../store/sweep-store";

/** What sweeping one scope of one site needs of the world. */
export interface Sweep {
  site: Pick<Tenant, "id">;
  scope: string;
  port: SweepPort;
  reader: GateReader;
  hints: SiteHints;
  /** The gate's verdicts on these moves, one for each, in their order, wherever the issues are by now. */
  judge(moves: SprintMove[]): Promise<GateDecision[]>;
  /** The account id of the person. */
  readMe(signal: AbortSignal): Promise<Result<string, WriteFailure>>;
  store: SweepStore;
  log: GateLog;
  /** Keeps a comment that says why for each of these, under its id, to be sent once however often it is asked. */
  comment(putBack: readonly PutBack[]): Promise<void>;
  now: () => number;
  newId: () => string;
  signal: AbortSignal;
}

/** An issue in the sprint where it was found. */
export interface Found {
  issue: string;
  sprint: string;
}

/** What is known of issues that entered a sprint. */
export interface Look {
  decisionOf(issue: string): GateDecision | undefined;
  verdictOf(issue: string): SweepVerdict | undefined;
  /** Whether this person's request, sent by this browser, put it where it is. */
  isMovedHere(issue: string): boolean;
  /** When that request was sent, in milliseconds since 1970, as near as is known. */
  enteredAt(issue: string): number;
}

/** The clocks of a browser and a tracker may be so far apart, together with the time that a request is on its way. */
const nearMs = 60_000;

/**
 * Looks who moved issues and what the gate says of them. "Here" is what two witnesses agree on: the tracker's history names this
 * person's account for the move, and at that time a page of this browser was seen sending something that may change the tracker.
 * Either alone would not do: the same person has other browsers and scripts, and other people's moves fall into the same minute.
 * `judged`: which of them to ask the gate about.
 */
export async function lookAt(
  found: readonly Found[],
  it: Sweep,
  judged: (found: Found, isHere: boolean) => boolean = () => true,
): Promise<Result<Look, WriteFailure>> {
  const { port, hints, signal, store, site, now } = it;
  const writes = await store.writesSince(site.id, now() - writesKeptMs - nearMs);
  let movers = new Map<string, Mover>();
  let me: string | null = null;
  if (found.length > 0 && writes.length > 0) {
    const who = await it.readMe(signal);
    const read = who.ok ? await port.readMovers(issuesOf(found), hints, signal) : who;
    if (!who.ok || !read.ok) return who.ok ? (read as typeof read & { ok: false }) : who;
    [me, movers] = [who.value, read.value];
  }
  const writeOf = (issue: string): number | undefined => {
    const mover = movers.get(issue);
    if (mover === undefined || mover.by === null || mover.by !== me) return undefined;
    const at = Date.parse(mover.at);
    const apart = (write: number) => Math.abs(write - at);
    return writes.filter((write) => apart(write) <= nearMs).sort((a, b) => apart(a) - apart(b))[0];
  };
  const isMovedHere = (issue: string) => writeOf(issue) !== undefined;
  const asked = found.filter((one) => judged(one, isMovedHere(one.issue)));
  const decisions = await it.judge(asked.map((one) => ({ act: "enter", ...one })));
  const byIssue = new Map(asked.map(({ issue }, at) => [issue, decisions[at]]));
  return ok({
    decisionOf: (issue) => byIssue.get(issue),
    verdictOf: (issue) => byIssue.get(issue)?.verdict,
    isMovedHere,
    enteredAt: (issue) =>
      writeOf(issue) ?? Date.parse(movers.get(issue)?.at ?? new Date(now()).toISOString()),
  });
}

const issuesOf = (found: readonly Found[]): string[] => found.map(({ issue }) => issue);
