import type { IssueDetail } from "../data/model";
import { useAnswer } from "../use-answer";

/** Description, comments and history of an issue, fetched anew after each delta. */
export function useIssueDetail(issueId: string): { detail: IssueDetail | null; failure: string | null } {
  const { answer, failure } = useAnswer(`issue/${issueId}`, (store) => store.detail(issueId));
  return { detail: answer, failure };
}
