import type { AlignmentPort, Pending } from "../../shared/ui/port";
import type { Channel, DeskAnswer, DeskMethod, DeskQuestion } from "../messaging/desk-protocol";

interface Asked {
  message: DeskQuestion;
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

const firstPauseMs = 50;
const longestPauseMs = 5_000;

/**
 * The port of a page that is framed by a tracker's, where the browser keeps the extension's database from it: the worker
 * answers, but for what needs no answer: `open`, `room` and `scopeOf`. `connect` throws where the extension is gone. A worker that was stopped is started and asked again, which is safe,
 * because everything written has an id or replaces what was there.
 */
export function createRemotePort(
  connect: () => Channel,
  { open, room, scopeOf }: Pick<AlignmentPort, "open" | "room" | "scopeOf">,
  signal: AbortSignal,
): AlignmentPort {
  const asked = new Map<number, Asked>();
  const watchers = new Set<(all: Pending[]) => void>();
  const known = new Set<() => void>();
  /** Whether anything was pending when the worker told last. */
  let isPending = false;
  let channel: Channel | null = null;
  let next = 0;
  let pauseMs = firstPauseMs;

  function hear(message: unknown): void {
    // The worker is the same build as this page.
    const it = message as DeskAnswer;
    pauseMs = firstPauseMs;
    if ("pending" in it) {
      isPending = it.pending.length > 0;
      for (const act of [...watchers]) act(it.pending);
      return;
    }
    if ("isKnownAnew" in it) {
      for (const act of [...known]) act();
      return;
    }
    const question = asked.get(it.answer);
    asked.delete(it.answer);
    if ("error" in it) question?.reject(new Error(it.error));
    else question?.resolve(it.value as never);
  }
  function lost(): void {
    channel = null;
    // An idle worker is left alone; it is started where somebody waits for it.
    if (signal.aborted || (asked.size === 0 && !(isPending && watchers.size > 0))) return;
    setTimeout(speak, pauseMs);
    pauseMs = Math.min(pauseMs * 3, longestPauseMs);
  }
  /** Asks the worker all that is not answered, where it does not know of it yet. */
  function speak(): Channel | null {
    if (channel !== null || signal.aborted) return channel;
    try {
      channel = connect();
      channel.onMessage.addListener(hear);
      channel.onDisconnect.addListener(lost);
      if (watchers.size > 0) channel.postMessage({ watch: "pending" });
      if (known.size > 0) channel.postMessage({ watch: "known" });
      for (const { message } of asked.values()) channel.postMessage(message);
    } catch (error) {
      channel = null;
      for (const { reject } of asked.values()) reject(error as Error);
      asked.clear();
    }
    return channel;
  }
  function question(number: number, message: DeskQuestion): Promise<never> {
    return new Promise((resolve, reject) => {
      const worker = speak();
      asked.set(number, { message, resolve, reject });
      // A connection that was just made had nothing of this; where there is none, it is tried once more and said why not.
      if (worker !== null) worker.postMessage(message);
      else speak();
    });
  }
  const ask =
    <Method extends DeskMethod>(method: Method) =>
    (...args: unknown[]): Promise<never> => {
      const number = next++;
      return question(number, { ask: number, method, args });
    };
  function watch<Act>(acts: Set<Act>, act: Act, what: "pending" | "known", until: AbortSignal): void {
    if (until.aborted) return;
    acts.add(act);
    until.addEventListener("abort", () => acts.delete(act), { once: true });
    // A worker that is connected anew is asked by that; one that was there tells anew, as it stands now.
    if (channel === null) speak();
    else channel.postMessage({ watch: what });
  }
  signal.addEventListener("abort", () => channel?.disconnect(), { once: true });

  return {
    readTicket: ask("readTicket"),
    knownTicket: ask("knownTicket"),
    readPart: ask("readPart"),
    readFields: ask("readFields"),
    readSignOffs: ask("readSignOffs"),
    readTexts: ask("readTexts"),
    readBelow: ask("readBelow"),
    knownBelow: ask("knownBelow"),
    knownStatements: ask("knownStatements"),
    readMe: ask("readMe"),
    readAims: ask("readAims"),
    write: ask("write"),
    settled: ask("settled"),
    retry: ask("retry"),
    resolve: ask("resolve"),
    discard: ask("discard"),
    readDraft: ask("readDraft"),
    keepDraft: ask("keepDraft"),
    dropDraft: ask("dropDraft"),
    knownTickets: ask("knownTickets"),
    knownBets: ask("knownBets"),
    suggestBets: ask("suggestBets"),
    judgeEntries: ask("judgeEntries"),
    enterSprints: ask("enterSprints"),
    noteOverrides: ask("noteOverrides"),
    readSprints: ask("readSprints"),
    readPolicy: ask("readPolicy"),
    makePolicyPlace: ask("makePolicyPlace"),
    findPeople: ask("findPeople"),
    findGroups: ask("findGroups"),
    readNames: ask("readNames"),
    keepOwnPolicy: ask("keepOwnPolicy"),
    readGateLog: ask("readGateLog"),
    measureWaits: ask("measureWaits"),
    async inTurn(name, act) {
      const turn = next++;
      await question(turn, { turn, name });
      try {
        return await act();
      } finally {
        channel?.postMessage({ turnOver: turn });
      }
    },
    watchPending: (act, until) => watch(watchers, act, "pending", until),
    watchKnown: (act, until) => watch(known, act, "known", until),
    open,
    room,
    scopeOf,
  };
}
