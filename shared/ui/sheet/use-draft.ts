import { useRef, useState } from "react";
import type { SheetDraft } from "../../domain/sheet-draft";
import type { AlignmentPort } from "../port";

/** What is being written, kept at every change, one after the other. */
export function useDraft(port: AlignmentPort, bet: string, first: SheetDraft) {
  const [draft, show] = useState(first);
  const [failed, setFailed] = useState(false);
  const latest = useRef(first);
  const queue = useRef(Promise.resolve());
  const inTurn = (act: () => Promise<void>) => {
    queue.current = queue.current.then(act).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return {
    draft,
    /** True: what is written now would not survive a crash. */
    failed,
    latest: () => latest.current,
    /** `isKept` false: shown, and kept with the next change. */
    set(over: Partial<SheetDraft>, isKept = true) {
      const next = { ...latest.current, ...over };
      latest.current = next;
      show(next);
      if (isKept) inTurn(() => port.keepDraft(bet, "sheet", next));
    },
    /** What is written stands elsewhere now. */
    drop(over: Partial<SheetDraft>) {
      latest.current = { ...latest.current, ...over };
      show(latest.current);
      inTurn(() => port.dropDraft(bet, "sheet"));
    },
  };
}
export type Draft = ReturnType<typeof useDraft>;
