import type { SeenRequest, SyntheticAnswer } from "../../shared/tracker/sprint-entry";

/** Why a request was let through without an answer, so that ring two has to look. */
export type PassedReason = "late" | "unread" | "synchronous";

/** What is told of a page: it sent something that may change the tracker, got the focus, or is still looked at. */
export const pageNotes = ["wrote", "focus", "visible"] as const;
export type PageNote = (typeof pageNotes)[number];

/**
 * What the page's own world tells the isolated one. `ask` numbers a question that is to be answered before the request goes on;
 * `isAlone`: besides this request the page sent nothing that is not told of yet.
 */
export type GateMessage =
  | { ask: number; request: SeenRequest; isAlone: boolean }
  | { passed: PassedReason; request: SeenRequest }
  /** The page sends something that may change the tracker. */
  | { wrote: true };

/** The answer to a question; `refusal` is what the page is to take for the tracker's answer, null: let it through. */
export interface GateAnswer {
  of: number;
  refusal: SyntheticAnswer | null;
}

/** Longer than the calls to a tracker take that are needed to verify evidence, shorter than people wait for a drop. */
export const gateDeadlineMs = 5_000;

/**
 * The symbol under which the isolated world of a page keeps its end of the channel; a symbol, because the page's elements can put any
 * name on the global object.
 */
export const gatePort = "plumbline.gate-port";

/** Events on the document by which the two worlds meet before the page's first script; see hand-over.ts. */
export const gateReady = "plumbline:gate-ready";
export const gateOffer = "plumbline:gate-offer";

/** What came through the port in the page's world; null: nothing of this protocol. Hand-written, because no schema fits in there. */
export function readAnswer(data: unknown): GateAnswer | null {
  const { of, refusal } = (data ?? {}) as Partial<GateAnswer>;
  if (typeof of !== "number" || typeof refusal !== "object") return null;
  if (refusal === null) return { of, refusal };
  const { status, contentType, body } = refusal;
  const isSound = typeof status === "number" && typeof contentType === "string" && typeof body === "string";
  return isSound ? { of, refusal: { status, contentType, body } } : null;
}

/** What came through the port in the isolated world; null: nothing of this protocol. */
export function readMessage(data: unknown): GateMessage | null {
  const { ask, passed, wrote, request, isAlone } = (data ?? {}) as Record<string, unknown>;
  if (wrote === true) return { wrote };
  const { method, url, contentType, body } = (request ?? {}) as Record<string, unknown>;
  if (![method, url, contentType, body].every((it) => typeof it === "string")) return null;
  const seen = { method, url, contentType, body } as SeenRequest;
  if (typeof ask === "number") return { ask, request: seen, isAlone: isAlone === true };
  const isReason = passed === "late" || passed === "unread" || passed === "synchronous";
  return isReason ? { passed, request: seen } : null;
}
