import { z } from "zod";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { PortFailure } from "../../../shared/ui/port";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import { readProjectKey } from "../jira/read-project-key";
import { holds } from "../jira/rights";
import type { Answer, Calls } from "./calls";

/** Who calls, as the platform says it. */
export interface Caller {
  /** Jira with the rights of that person. */
  ask: AskJira;
  /** Milliseconds since 1970. */
  now: number;
}

/** How one call is answered, once its payload has the right shape. It asks what the caller may do before it does anything. */
export interface CallHandler<K extends keyof Calls> {
  asks: z.ZodType<Calls[K]["asks"]>;
  answer(asks: Calls[K]["asks"], caller: Caller): Promise<Answer<Calls[K]["gives"]>>;
}

/** An id of an issue, a project or a sprint. */
export const numericId = z.string().regex(/^\d{1,15}$/);
export const nothingAsked = z.strictObject({});

/** Why a call was not answered, without the tracker's own words. */
export const refusal = (
  kind: "forbidden" | "rejected" | "signed-out" | "server",
): Result<never, PortFailure> => err({ kind, message: null });

const kinds: Record<JiraFailure["kind"], string> = {
  busy: "rate-limited",
  down: "server",
  hidden: "forbidden",
  refused: "rejected",
  malformed: "malformed",
};

/** What Jira refused or could not do, as pages understand it; only what it said of its own accord is handed on. */
export const portFailure = ({ kind, words }: JiraFailure): PortFailure => ({
  kind: kinds[kind],
  message: kind === "refused" ? words : null,
});

/** Ends a call unless the caller administers Jira. */
export async function asAdmin<T>({ ask }: Caller, act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const mayDo = await holds(ask, "ADMINISTER", null);
  if (!mayDo.ok) return err(portFailure(mayDo.error));
  return mayDo.value ? act() : refusal("forbidden");
}

/** Ends a call unless the caller may browse the project; gives its key. */
export async function inProject<T>(
  projectId: string,
  { ask }: Caller,
  act: (key: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const key = await readProjectKey(ask, projectId);
  if (!key.ok) return err(portFailure(key.error));
  return key.value === null ? refusal("forbidden") : act(key.value);
}

/** The value of a reading, or why Jira did not give it. */
export const answered = <T>(read: Result<T, JiraFailure>): Answer<T> =>
  read.ok ? ok(read.value) : err(portFailure(read.error));
