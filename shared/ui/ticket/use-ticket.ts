import { useEffect, useState } from "react";
import type { AlignmentPort, PortFailure, TicketView } from "../port";

/** A ticket as it is known at once, and then as the tracker has it. `again` reads it anew; `show` takes what was read elsewhere. */
export function useTicket(port: AlignmentPort, ticket: string | null) {
  const [view, setView] = useState<TicketView | null>(null);
  const [failure, setFailure] = useState<PortFailure | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the person asks.
  useEffect(() => {
    let isCurrent = true;
    if (ticket === null) return;
    const known = port.knownTicket(ticket).then((it) => {
      if (isCurrent && it !== null) setView((shown) => shown ?? it);
    });
    // Only then, so that what the tracker says is never followed by something older.
    void Promise.all([port.readTicket(ticket), known]).then(([read]) => {
      if (!isCurrent) return;
      if (read.ok) setView(read.value);
      setFailure(read.ok ? null : read.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [port, ticket, tries]);
  return { view, failure, again: () => setTries(tries + 1), show: setView };
}
