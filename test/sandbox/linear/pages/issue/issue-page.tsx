import { useMemo } from "react";
import { cx } from "../release";
import { useSnapshot } from "../store-context";
import { IssueBreadcrumb } from "./issue-breadcrumb";
import { IssueContent } from "./issue-content";
import { PropertyRail } from "./property-rail";

/** The page of one issue; says so where there is none with this identifier. */
export function IssuePage({ identifier }: { identifier: string }) {
  const { issues } = useSnapshot();
  const issue = useMemo(
    () => [...issues.values()].find((candidate) => candidate.identifier === identifier),
    [issues, identifier],
  );
  if (!issue) return <div className={cx("empty")}>There is no issue {identifier}.</div>;
  return (
    <>
      <IssueBreadcrumb issue={issue} />
      <div className={cx("issue-layout")}>
        <IssueContent issue={issue} />
        <PropertyRail issue={issue} />
      </div>
    </>
  );
}
