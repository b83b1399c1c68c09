import type { SprintMove, SyntheticAnswer, TrackerGate } from "../../../shared/tracker/sprint-entry";
import type { GateConfig, GateJudgement } from "../../messaging/extension-protocol";
import { gateDeadlineMs, type PassedReason, readMessage } from "../../messaging/gate-protocol";
import { askWorker } from "../tracker.content/ask-worker";
import type { ReadAhead } from "./read-ahead";

/** What answers need of the extension behind them. */
interface Extension {
  isGone(): boolean;
  /** `isLetIn`: they went on by what was read ahead, and nobody waits. */
  judge(moves: SprintMove[], isLetIn: boolean): Promise<GateJudgement>;
  readConfig(): Promise<GateConfig>;
  notePassed(why: PassedReason, moves: SprintMove[]): Promise<unknown>;
  /** The page sent something that may change the tracker. */
  noteWrote(): Promise<unknown>;
}

/**
 * Answers the page's world through its port, with the worker's verdicts. A question that the worker does not answer in time is let
 * through, or refused where the policy says that of missing facts, and noted for ring two.
 */
export function answerGate(
  port: MessagePort,
  gate: TrackerGate,
  extension: Extension,
  ahead: ReadAhead,
): void {
  const { signal } = new AbortController();
  let config: GateConfig = { hints: { sprintField: null }, silence: null };
  const ask = <T>(question: () => Promise<T>) =>
    askWorker(question, { deadlineMs: gateDeadlineMs, isGone: extension.isGone, signal });
  // Where the extension is gone there is nobody to tell.
  const tell = async (it: () => Promise<unknown>) => {
    if (!extension.isGone()) await it().catch(() => undefined);
  };
  const note = async (why: PassedReason, moves: SprintMove[]) => {
    await tell(() => extension.notePassed(why, moves));
    // It is sent only now, so that ring two has to look again.
    await tell(extension.noteWrote);
  };

  // Not `addEventListener`: a later version of the extension takes the place of this one.
  port.onmessage = async ({ data }) => {
    const it = readMessage(data);
    if (it === null) return;
    if ("wrote" in it) {
      ahead.forget();
      return tell(extension.noteWrote);
    }
    const entry = gate.read(it.request, config.hints);
    if ("passed" in it) {
      ahead.forget();
      // What could not be read may have been anything.
      if (entry !== null || it.passed === "unread") await note(it.passed, entry?.moves ?? []);
      return;
    }
    const answer = (refusal: SyntheticAnswer | null) => port.postMessage({ of: it.ask, refusal });
    if (entry === null || extension.isGone()) return answer(null);
    const refuse = (sentence: string | null) =>
      answer(sentence === null ? null : gate.refuse(entry, sentence));
    if (it.isAlone && ahead.allows(entry.moves)) {
      answer(null);
      // Verified once more behind it, for the log; what does not hold is for ring two.
      await tell(async () => (config = (await extension.judge(entry.moves, true)).config));
      return;
    }
    try {
      const judgement = await ask(() => extension.judge(entry.moves, false));
      config = judgement.config;
      refuse(judgement.refuse);
    } catch {
      refuse(extension.isGone() ? null : config.silence);
      await note("late", entry.moves);
    }
  };
  // Until it is known, requests are asked about all the same.
  ask(extension.readConfig).then(
    (it) => (config = it),
    () => undefined,
  );
}
