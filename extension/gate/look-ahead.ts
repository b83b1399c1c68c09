import type { EntryVerdict } from "../../shared/domain/entry";
import { type Judge, judgeMoves } from "../../shared/gate/judge-moves";
import type { SprintMove } from "../../shared/tracker/sprint-entry";
import { maySpeakUp } from "./may-speak-up";

export interface Ahead {
  /** Key and id, by which the ticket may enter any sprint as it is now; none: it may not, or not without a word. */
  names: string[];
  /** Null: nothing could speak against it, or the tracker did not say enough. */
  verdict: EntryVerdict | null;
}

/**
 * What the gate would say of a ticket that may be about to move. Where nothing could speak against it that is told without a call; else
 * the evidence is verified as for a move.
 */
export async function lookAhead(key: string, judge: Judge): Promise<Ahead> {
  const { cache, site } = judge;
  const moves: SprintMove[] = [{ act: "enter", issue: key, sprint: "" }];
  if (!(await maySpeakUp(moves, judge))) {
    const known = (await cache.byKeys(site.id, [key])).get(key);
    return { names: known ? [key, known.id] : [key], verdict: null };
  }
  const [decision] = await judgeMoves(moves, judge);
  if (decision?.facts == null) return { names: [], verdict: null };
  const { verdict, facts } = decision;
  const mayGoIn = verdict.verdict === "allow" && !verdict.flagged;
  return { names: mayGoIn ? [key, facts.issue.id] : [], verdict };
}
