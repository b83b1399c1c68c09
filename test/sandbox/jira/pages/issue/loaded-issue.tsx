import type { ReactNode } from "react";
import { fetchIssueView } from "../page-api";
import { useResource } from "../use-resource";
import type { IssueView } from "../wire";

interface Props {
  issueKey: string;
  children: (issue: IssueView, reading: number) => ReactNode;
}

/** Reads one issue and shows it; meanwhile a placeholder, and a sentence where it cannot be had. */
export function LoadedIssue({ issueKey, children }: Props) {
  const { loaded, error } = useResource(`issue ${issueKey}`, (signal) => fetchIssueView(issueKey, signal));
  if (!loaded) return error ? <p className="page-message">{error}</p> : <div className="skeleton" />;
  if (!loaded.data)
    return (
      <p className="page-message">
        We can't find that work item. It may have been deleted, or you don't have permission to view it.
      </p>
    );
  return children(loaded.data, loaded.reading);
}
