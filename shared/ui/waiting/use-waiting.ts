import { useEffect, useState } from "react";
import { failureText } from "../failure-text";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { type Verified, verifyWaiting } from "./verify-waiting";
import { type Carried, waitingCandidates } from "./waiting-candidates";

/** Each takes a few calls, so that no more are looked at until the person asks. */
const atOnce = 10;

/** What waits for the person, each verified by its comments before it is told. */
export function useWaiting(port: AlignmentPort, t: Translate) {
  const [candidates, setCandidates] = useState<Carried[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [verified, setVerified] = useState<readonly Verified[]>([]);
  const [most, setMost] = useState(atOnce);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when the person asks.
  useEffect(() => {
    let isCurrent = true;
    setCandidates(null);
    setVerified([]);
    setTrouble(null);
    void Promise.all([port.knownTickets(), port.readMe()]).then(([views, me]) => {
      if (!isCurrent) return;
      if (me.ok) setCandidates(waitingCandidates(views, me.value));
      else setTrouble(failureText(t, me.error));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, t, round]);

  const next = candidates?.slice(0, most)[verified.length];
  // One after the other, so that a tracker is not asked for everything at once.
  useEffect(() => {
    let isCurrent = true;
    if (next !== undefined)
      void verifyWaiting(port, next).then((it) => isCurrent && setVerified((all) => [...all, it]));
    return () => {
      isCurrent = false;
    };
  }, [port, next]);

  return {
    trouble,
    verified,
    /** Null: what is known is still being read. */
    all: candidates?.length ?? null,
    isBusy: candidates === null ? trouble === null : next !== undefined,
    more: () => setMost((it) => it + atOnce),
    again: () => setRound((it) => it + 1),
  };
}
