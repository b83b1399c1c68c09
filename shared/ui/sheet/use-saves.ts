import { useEffect, useState } from "react";
import type { AlignmentPort, Pending } from "../port";

/** What is on its way for one bet: writes of its sheet, oldest first, and comments about it. Null: not known yet. */
export function useSaves(port: AlignmentPort, bet: string) {
  const [writes, setWrites] = useState<Pending[] | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    port.watchPending((all) => setWrites(all.filter(({ object }) => object === bet)), lifetime.signal);
    return () => lifetime.abort();
  }, [port, bet]);
  const sheets = writes?.filter(({ kind }) => kind === "sheet") ?? [];
  const notes = writes?.filter((it) => it.kind === "comment" && isNote(it.mine)) ?? [];
  return { sheets, notes };
}
export type Saves = ReturnType<typeof useSaves>;

const isNote = (mine: unknown): boolean =>
  typeof mine === "object" && mine !== null && "act" in mine && mine.act === "note";
