import { useEffect } from "react";
import type { IssueView, WirePerson } from "../wire";
import { IssueDetails } from "./issue-details";
import { LoadedIssue } from "./loaded-issue";

/** The full view of one issue. */
export const IssuePage = ({ issueKey, user }: { issueKey: string; user: WirePerson }) => (
  <LoadedIssue issueKey={issueKey}>
    {(issue, reading) => (
      <>
        <Title issue={issue} />
        <IssueDetails issue={issue} reading={reading} user={user} layout="full" />
      </>
    )}
  </LoadedIssue>
);

function Title({ issue: { key, summary } }: { issue: IssueView }) {
  useEffect(() => {
    document.title = `[${key}] ${summary} - Jira`;
  }, [key, summary]);
  return null;
}
