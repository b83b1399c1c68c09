import { useEffect, useState } from "react";
import type { IssueDetail } from "../data/model";
import { useSnapshot, useStore } from "../store-context";

/** Description, comments and history of an issue, fetched anew after each delta. */
export function useIssueDetail(issueId: string): { detail: IssueDetail | null; failure: string | null } {
  const store = useStore();
  const { delta } = useSnapshot();
  const [detail, setDetail] = useState<IssueDetail | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a delta may have changed what this shows
  useEffect(() => {
    let current = true;
    store.detail(issueId).then(
      (answer) => {
        if (!current) return;
        setDetail(answer);
        setFailure(null);
      },
      (cause) => {
        if (current) setFailure(cause instanceof Error ? cause.message : String(cause));
      },
    );
    return () => {
      current = false;
    };
  }, [store, issueId, delta]);
  return { detail: detail?.id === issueId ? detail : null, failure };
}
