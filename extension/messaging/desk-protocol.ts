import { z } from "zod";
import { overrideWays } from "../../shared/domain/gate-log-entry";
import { policy } from "../../shared/domain/policy";
import { fieldParts, parts } from "../../shared/tracker/part-write";
import type { AlignmentPort } from "../../shared/ui/port";

/** The methods of the port that another context can answer for a page: all that take values and give a promise of one. */
export type DeskMethod = Exclude<
  keyof AlignmentPort,
  "watchPending" | "watchKnown" | "inTurn" | "room" | "scopeOf" | "open"
>;

const [key, object] = [z.string().max(255), z.string().max(255)];
const ids = z.array(z.string().max(255)).max(10_000);
const entries = z.array(z.object({ issue: object, sprint: object })).max(5_000);
const part = z.enum(Object.keys(parts) as [keyof typeof parts]);

/** What each is asked with. Values are parsed where they are stored and sent, as those of any own page are. */
const asked: Record<DeskMethod, z.ZodType<unknown[]>> = {
  readTicket: z.tuple([key]),
  knownTicket: z.tuple([key]),
  readPart: z.tuple([object, part]),
  readFields: z.tuple([ids, z.enum(fieldParts)]),
  readTexts: z.tuple([object, z.enum(["statement", "sheet"])]),
  readBelow: z.tuple([object]),
  knownBelow: z.tuple([object]),
  knownStatements: z.tuple([object]),
  readSignOffs: z.tuple([z.looseObject({ id: object, key }), z.looseObject({})]),
  readMe: z.tuple([]),
  readAims: z.tuple([z.string().max(255)]),
  write: z.tuple([z.array(z.looseObject({ id: z.string(), object, kind: z.string() }))]),
  settled: z.tuple([z.string()]),
  retry: z.tuple([ids]),
  resolve: z.tuple([z.string(), z.unknown()]),
  discard: z.tuple([z.string()]),
  readDraft: z.tuple([object, part]),
  keepDraft: z.tuple([object, part, z.unknown()]),
  dropDraft: z.tuple([object, part]),
  knownTickets: z.tuple([]),
  knownBets: z.tuple([]),
  suggestBets: z.tuple([key]),
  judgeEntries: z.tuple([entries]),
  enterSprints: z.tuple([entries]),
  noteOverrides: z.tuple([
    z
      .array(
        z.object({
          ...{ issue: key, sprint: object.nullable() },
          ...{ how: z.enum(overrideWays), reason: z.string().max(10_000) },
        }),
      )
      .max(5_000),
  ]),
  readSprints: z.tuple([object]),
  readPolicy: z.tuple([object]),
  makePolicyPlace: z.tuple([]),
  findPeople: z.tuple([object, z.string().max(255)]),
  findGroups: z.tuple([object, z.string().max(255)]),
  readNames: z.tuple([ids]),
  readGateLog: z.tuple([z.number()]),
  measureWaits: z.tuple([]),
  keepOwnPolicy: z.tuple([policy.nullable()]),
};

const methods = Object.keys(asked) as [DeskMethod, ...DeskMethod[]];
const question = z.object({ ask: z.int(), method: z.enum(methods), args: z.array(z.unknown()) });

const others = z.union([
  z.object({ watch: z.enum(["pending", "known"]) }),
  z.object({ turn: z.int(), name: z.string().max(1000) }),
  z.object({ turnOver: z.int() }),
]);

/**
 * From the page: a question with a number of its own, asked again after a restart of the worker; to be told what is pending, or
 * when what is known has changed; or to have a turn, under such a number too, and that it is over.
 */
export type DeskQuestion = z.infer<typeof question> | z.infer<typeof others>;
/** To the page: the answer to a question, why there is none, all that is pending now, or that what is known has changed. */
export type DeskAnswer =
  | { answer: number; value: unknown }
  | { answer: number; error: string }
  | { isKnownAnew: true }
  | { pending: Parameters<Parameters<AlignmentPort["watchPending"]>[0]>[0] };

/** What a message asks; throws where it is no question, or is asked with what its method does not take. */
export function deskQuestion(message: unknown): DeskQuestion {
  const other = others.safeParse(message);
  if (other.success) return other.data;
  const parsed = question.parse(message);
  asked[parsed.method].parse(parsed.args);
  return parsed;
}

/** The name of a channel to the worker about one tenant, and back. */
export const deskChannel = (tenant: string): string => `desk ${tenant}`;
export const tenantOfChannel = (name: string): string | null => /^desk (.+)$/.exec(name)?.[1] ?? null;

/** As much of the browser's port between two contexts as is needed. */
export interface Channel {
  postMessage(message: unknown): void;
  onMessage: { addListener(act: (message: unknown) => void): void };
  onDisconnect: { addListener(act: () => void): void };
  disconnect(): void;
}
