import { useEffect, useRef, useState } from "react";
import { useRevision } from "../live";
import { type Found, searchIssues } from "./search-issues";

export interface Search {
  /** Null until the first page is there. */
  found: Found | null;
  error: string | null;
  /** Reads the next page, if there is one and none is being read. */
  more: () => void;
}

/** Reads a query page by page as the list asks for more; at each revision anew, as far as it was read. */
export function useSearch(jql: string): Search {
  const revision = useRevision();
  const [known, setKnown] = useState<{ jql: string; found: Found } | null>(null);
  const [error, setError] = useState<{ jql: string; message: string } | null>(null);
  const reading = useRef<AbortController | null>(null);
  const found = known?.jql === jql ? known.found : null;

  function read(wanted: Parameters<typeof searchIssues>[1]) {
    const controller = new AbortController();
    reading.current = controller;
    searchIssues(jql, wanted, controller.signal)
      .then(
        (next) => {
          setError(null);
          setKnown({ jql, found: next });
        },
        (reason: unknown) => {
          if (controller.signal.aborted) return;
          setError({ jql, message: reason instanceof Error ? reason.message : String(reason) });
        },
      )
      .finally(() => {
        if (reading.current === controller) reading.current = null;
      });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found says only how far to read
  useEffect(() => {
    read({ atLeast: found?.issues.length ?? 1 });
    return () => reading.current?.abort();
  }, [jql, revision]);

  return {
    found,
    error: error?.jql === jql ? error.message : null,
    more: () => {
      if (found?.nextPageToken === undefined || reading.current) return;
      read({ atLeast: found.issues.length + 1, after: found });
    },
  };
}
