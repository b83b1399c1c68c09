import { useEffect, useState } from "react";
import type { AlignmentPort, Pending } from "./port";

/** The writes of one kind to an object that are not done, oldest first. */
export function usePending(port: AlignmentPort, object: string, kind: string): readonly Pending[] {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  useEffect(() => {
    const lifetime = new AbortController();
    port.watchPending(
      (all) => setPending(all.filter((it) => it.object === object && it.kind === kind)),
      lifetime.signal,
    );
    return () => lifetime.abort();
  }, [port, object, kind]);
  return pending;
}
