import { useEffect, useRef, useState } from "react";
import type { Store } from "./data/store";
import { useSnapshot, useStore } from "./store-context";

/** What the server says to a question, asked anew after each delta; `key` names the question. Null until the first answer. */
export function useAnswer<T>(
  key: string,
  ask: (store: Store) => Promise<T>,
): { answer: T | null; failure: string | null } {
  const store = useStore();
  const { delta } = useSnapshot();
  const [answered, setAnswered] = useState<{ key: string; answer: T } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a delta may have changed what this shows
  useEffect(() => {
    let current = true;
    latestAsk.current(store).then(
      (answer) => {
        if (!current) return;
        setAnswered({ key, answer });
        setFailure(null);
      },
      (cause) => {
        if (current) setFailure(cause instanceof Error ? cause.message : String(cause));
      },
    );
    return () => {
      current = false;
    };
  }, [store, key, delta]);
  return { answer: answered?.key === key ? answered.answer : null, failure };
}
