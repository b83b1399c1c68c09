import { cx } from "../release";
import { IssueList } from "./issue-list";
import type { IssueGroup } from "./status-groups";
import { useIssueBrowsing } from "./use-issue-browsing";

interface IssuesPaneProps {
  path: string;
  groups: readonly IssueGroup[];
  /** Said where there is no issue. */
  empty: string;
}

/** A list of issues with all that can be done in it: the body of every page that is one. */
export function IssuesPane({ path, groups, empty }: IssuesPaneProps) {
  const { shown, revealId, overlays } = useIssueBrowsing(groups);
  const isEmpty = groups.every(({ issues }) => issues.length === 0);
  return (
    <>
      {isEmpty ? (
        <div className={cx("empty")}>{empty}</div>
      ) : (
        <IssueList path={path} groups={groups} revealId={revealId} {...shown} />
      )}
      {overlays}
    </>
  );
}
