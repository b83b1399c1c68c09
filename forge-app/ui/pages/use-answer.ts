import { useEffect, useState } from "react";
import type { Answer, Calls } from "../../src/resolvers/calls";
import { askApp } from "../ask-app";
import type { FrameHost } from "../frame-host";

/** What one of the app's functions answers; null: not yet. `again` asks anew. */
export function useAnswer<Name extends keyof Calls>(
  host: FrameHost,
  name: Name,
  asks: Calls[Name]["asks"],
): { answer: Answer<Calls[Name]["gives"]> | null; again: () => void } {
  const [answer, setAnswer] = useState<Answer<Calls[Name]["gives"]> | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one question is one by what it asks, and asked again when the person wants.
  useEffect(() => {
    let isCurrent = true;
    setAnswer(null);
    void askApp(host, name, asks).then((it) => isCurrent && setAnswer(it));
    return () => {
      isCurrent = false;
    };
  }, [host, name, JSON.stringify(asks), round]);
  return { answer, again: () => setRound((it) => it + 1) };
}
