import type { EntryVerdict } from "./entry";
import { type PlaceRules, putBacksIn, rightfulPlace, type SprintHistory } from "./sprint-history";

/** Why an issue that is kept out stays in its sprint, for people to decide. Closed list. */
export const serverFlags = ["warned", "comes-again"] as const;
export type ServerFlag = (typeof serverFlags)[number];

/**
 * What the server does about an issue in a sprint. `confirm`: it may be there, which is to be remembered, so that it is not taken out
 * for what it lacks later. `put-back`: to the sprint where it belongs, or with null to the backlog.
 */
export type ServerAct =
  | { act: "leave" }
  | { act: "confirm" }
  | { act: "put-back"; to: string | null }
  | { act: "tell"; why: ServerFlag };

/** Put back so often within an hour, an issue that enters again is somebody's will or some machine's: it stays for the hour. */
const mostPutBacks = 2;

/** The server's ring of the gate. It moves whatever entered and is kept out, whoever moved it and by whatever client. */
export function decideServerEntry(
  verdict: Pick<EntryVerdict, "verdict">,
  history: SprintHistory,
  rules: PlaceRules,
  now: string,
): ServerAct {
  if (history.place === null) return { act: "leave" };
  const rightful = rightfulPlace(history, rules);
  if (rightful === history.place) return { act: "leave" };
  if (verdict.verdict === "allow") return { act: "confirm" };
  if (verdict.verdict === "warn") return { act: "tell", why: "warned" };
  if (putBacksIn(history, rules.app, now) >= mostPutBacks) return { act: "tell", why: "comes-again" };
  const isOpen = rightful !== null && !rules.endedAt.has(rightful);
  return { act: "put-back", to: isOpen ? rightful : null };
}
