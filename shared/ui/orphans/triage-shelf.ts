import { z } from "zod";
import { lane } from "../../domain/lane";
import type { AlignmentPort } from "../port";
import type { Act } from "./triage-state";

/** What stood where a decision is written, to write over and to put back. */
const before = z.object({
  base: z.object({ version: z.string(), value: z.unknown() }),
  previous: z.unknown(),
});
export type Before = z.infer<typeof before>;

/** `writing`, `undoing`: not all is kept by the host yet. `undone`: all that takes it back is. */
const stage = z.enum(["writing", "written", "undoing", "undone"]);
export type Stage = z.infer<typeof stage>;

const choice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("parent"), value: z.string(), title: z.string() }),
  z.object({ kind: z.literal("lane"), value: lane }),
  z.object({ kind: z.literal("deferral"), value: z.string() }),
]);
const keptAct = z.object({
  act: z.object({
    id: z.string(),
    choice,
    entries: z.array(z.object({ object: z.string(), key: z.string(), writeId: z.string() })),
  }),
  /** Milliseconds since 1970. */
  decidedAt: z.number(),
  stage,
  before: z.record(z.string(), before),
});
/** A decision as it outlives the panel; `before` by the id of each write, as far as it was read. */
export type KeptAct = z.infer<typeof keptAct>;

/** No object of a tracker has such an id. */
const place = ["orphan-triage", "parent"] as const;
const undoableMs = 12 * 60 * 60_000;

/** Where decisions outlive the panel: until they are all kept by the host, and long enough to be taken back. */
export function createTriageShelf(port: AlignmentPort, now: () => number = Date.now) {
  const isKept = (it: KeptAct) =>
    it.stage === "writing" || it.stage === "undoing" || now() - it.decidedAt < undoableMs;
  async function read(): Promise<KeptAct[]> {
    const stored = await port.readDraft(...place);
    const all = Array.isArray(stored) ? stored : [];
    return all.flatMap((it) => keptAct.safeParse(it).data ?? []).filter(isKept);
  }
  /** Another panel may have its own decisions there. */
  const change = <T>(act: (all: KeptAct[]) => { all: KeptAct[]; gives: T }): Promise<T> =>
    port.inTurn("orphan-triage", async () => {
      const { all, gives } = act(await read());
      await (all.length > 0 ? port.keepDraft(...place, all) : port.dropDraft(...place));
      return gives;
    });
  return {
    /** What was decided and can still be taken back or must go on, oldest first. */
    read,
    /** Keeps how far a decision is. Gives what stood before: what was kept first is what stood there. */
    keep: (act: Act, stage: Stage, read: Readonly<Record<string, Before>>) =>
      change((all) => {
        const earlier = all.find((it) => it.act.id === act.id);
        const before = { ...read, ...earlier?.before };
        const { id, choice, entries } = act;
        const kept: KeptAct = {
          act: { id, choice, entries: [...entries] },
          ...{ decidedAt: earlier?.decidedAt ?? now(), stage, before },
        };
        return {
          all: earlier ? all.map((it) => (it === earlier ? kept : it)) : [...all, kept],
          gives: before,
        };
      }),
    drop: (id: string) =>
      change((all) => ({ all: all.filter(({ act }) => act.id !== id), gives: undefined })),
  };
}
