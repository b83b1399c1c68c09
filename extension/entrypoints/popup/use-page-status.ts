import { useEffect, useState } from "react";
import type { PageStatus } from "../../messaging/page-status";
import { readStatus } from "./read-status";

const againMs = 1_000;
/** A page that is still loading has so many tries before it counts as silent. */
const tries = 2;

/** What the overlay sees on a tab, kept current while the popup is open. `silent`: it does not answer. */
export function usePageStatus(tabId: number): PageStatus | "asking" | "silent" {
  const [status, setStatus] = useState<PageStatus | "asking" | "silent">("asking");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let closed = false;
    let missed = 0;
    async function ask(): Promise<void> {
      const answer = await readStatus(tabId);
      if (closed) return;
      missed = answer === null ? missed + 1 : 0;
      if (answer !== null) setStatus(answer);
      else if (missed >= tries) setStatus("silent");
      timer = setTimeout(ask, againMs);
    }
    void ask();
    return () => {
      closed = true;
      clearTimeout(timer);
    };
  }, [tabId]);
  return status;
}
