import { useRef } from "react";
import { Link } from "../link";
import { TypeIcon } from "../parts/type-icon";
import { issueHref } from "../route";
import { ProjectMark } from "../shell/project-mark";
import type { IssueView } from "../wire";
import { useOnlyKnownChildren } from "./use-only-known-children";

const prefix = "issue.views.issue-base.foundation.breadcrumbs";

/** Spaces, project, every issue above and the issue itself. Keeps no child that is not its own. */
export function Breadcrumbs({ issue }: { issue: IssueView }) {
  const list = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLDivElement>(null);
  useOnlyKnownChildren(list);
  useOnlyKnownChildren(current);
  const projectKey = issue.key.replace(/-\d+$/, "");
  return (
    <nav aria-label="Work item breadcrumbs" className="breadcrumbs">
      {/* biome-ignore lint/a11y/useSemanticElements: the real breadcrumbs are divs with roles */}
      <div role="list" className="breadcrumbs-list" ref={list}>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="listitem">
          <Link href="/">Spaces</Link>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="listitem">
          <ProjectMark projectKey={projectKey} size={16} />
          <Link href="/" data-testid={`${prefix}.project.item`}>
            {issue.projectName}
          </Link>
        </div>
        {issue.ancestors.map((ancestor) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div key={ancestor.id} role="listitem" data-testid={`${prefix}.breadcrumb-parent-issue-container`}>
            <TypeIcon name={ancestor.typeName} />
            <Link
              href={issueHref(ancestor.key)}
              title={ancestor.summary}
              data-testid={`${prefix}.parent-issue.item`}
            >
              {ancestor.key}
            </Link>
          </div>
        ))}
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        <div role="listitem" ref={current} data-testid={`${prefix}.breadcrumb-current-issue-container`}>
          <TypeIcon name={issue.typeName} />
          <Link href={issueHref(issue.key)} aria-current="page" data-testid={`${prefix}.current-issue.item`}>
            {issue.key}
          </Link>
        </div>
      </div>
    </nav>
  );
}
