import type { AlignmentPort } from "../../shared/ui/port";
import { type Channel, type DeskAnswer, deskQuestion } from "../messaging/desk-protocol";

/** Answers over a channel what a page asks of the port, until `signal` ends it. Throws at what is no question. */
export function answerDesk(port: AlignmentPort, channel: Channel, signal: AbortSignal): void {
  const say = (answer: DeskAnswer) => {
    // Whoever asked may be gone by now.
    if (!signal.aborted) channel.postMessage(answer);
  };
  const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const turns = new Map<number, () => void>();
  const watches = { pending: new AbortController(), known: new AbortController() };

  /** The page acts while the turn is its own: until it says so, or is gone. */
  const giveTurn = (ask: number, name: string) =>
    port.inTurn(
      name,
      () =>
        new Promise<void>((resolve) => {
          turns.set(ask, resolve);
          if (signal.aborted) resolve();
          signal.addEventListener("abort", () => resolve(), { once: true });
          say({ answer: ask, value: null });
        }),
    );

  channel.onMessage.addListener((message) => {
    const question = deskQuestion(message);
    if ("watch" in question) {
      // Asked again it is told anew, as it stands now.
      watches[question.watch].abort();
      watches[question.watch] = new AbortController();
      const until = AbortSignal.any([signal, watches[question.watch].signal]);
      if (question.watch === "pending") port.watchPending((pending) => say({ pending }), until);
      else port.watchKnown(() => say({ isKnownAnew: true }), until);
    } else if ("turn" in question) {
      giveTurn(question.turn, question.name).catch((error: unknown) =>
        say({ answer: question.turn, error: reason(error) }),
      );
    } else if ("turnOver" in question) {
      turns.get(question.turnOver)?.();
      turns.delete(question.turnOver);
    } else {
      const { ask, method, args } = question;
      const run = port[method] as (...them: unknown[]) => Promise<unknown>;
      void run(...args).then(
        // A message cannot carry `undefined`.
        (value) => say({ answer: ask, value: value ?? null }),
        (error: unknown) => say({ answer: ask, error: reason(error) }),
      );
    }
  });
}
