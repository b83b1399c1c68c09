import { useEffect, useState } from "react";
import { failureText } from "../failure-text";
import { followKnown } from "../follow-known";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { type Verified, verifyWaiting } from "./verify-waiting";
import { type Carried, waitingCandidates } from "./waiting-candidates";

/** Each takes a few calls, so that no more are looked at until the person asks. */
const atOnce = 10;

/** What waits for the person, each verified by its comments before it is told; what becomes known meanwhile is looked at as well. */
export function useWaiting(port: AlignmentPort, t: Translate) {
  const [candidates, setCandidates] = useState<readonly Carried[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [verified, setVerified] = useState<readonly Verified[]>([]);
  const [most, setMost] = useState(atOnce);
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for again when the person asks.
  useEffect(() => {
    const open = new AbortController();
    setCandidates(null);
    setVerified([]);
    setTrouble(null);
    const person = port.readMe();
    const look = async () => {
      const [views, me] = await Promise.all([port.knownTickets(), person]);
      if (open.signal.aborted) return;
      if (me.ok) setCandidates((all) => withNew(all, waitingCandidates(views, me.value)));
      else setTrouble(failureText(t, me.error));
    };
    const fail = (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error));
    followKnown(port, look, fail, open.signal);
    return () => open.abort();
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

/** The same candidates in their order, and behind them those that were not among them: nothing is verified twice or lost. */
function withNew(all: readonly Carried[] | null, found: readonly Carried[]): readonly Carried[] {
  const known = new Set(all?.map(({ carrier }) => carrier.id));
  const added = found.filter(({ carrier }) => !known.has(carrier.id));
  return all !== null && added.length === 0 ? all : [...(all ?? []), ...added];
}
