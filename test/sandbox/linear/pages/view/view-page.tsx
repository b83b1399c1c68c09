import { useMemo } from "react";
import type { CustomView } from "../data/model";
import { Glyph } from "../icons/glyph";
import { IssuesPane } from "../list/issues-pane";
import { statusGroups } from "../list/status-groups";
import { cx } from "../release";
import { useSnapshot, useWorkspace } from "../store-context";
import { useAnswer } from "../use-answer";
import { ViewHeader } from "../view-header";

/** A custom view: the issues that pass its filter. */
export function ViewPage({ slugId, path }: { slugId: string; path: string }) {
  const workspace = useWorkspace();
  const view = [...workspace.views.values()].find((candidate) => candidate.slugId === slugId);
  if (!view) return <div className={cx("empty")}>There is no such view.</div>;
  return <FilteredIssues view={view} path={path} />;
}

function FilteredIssues({ view, path }: { view: CustomView; path: string }) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const { answer: matching, failure } = useAnswer(`view/${view.id}`, (store) =>
    store.matching(view.filterData),
  );
  const groups = useMemo(
    () =>
      statusGroups(
        [...issues.values()].filter(({ id }) => matching?.has(id)),
        workspace,
      ),
    [issues, matching, workspace],
  );
  const crumbs = [
    { text: "Views", href: `/${workspace.urlKey}/views/issues` },
    { text: view.name, icon: <Glyph name="views" color={view.color} /> },
  ];
  return (
    <>
      <ViewHeader crumbs={crumbs} />
      {failure !== null && <p role="alert">{failure}</p>}
      {matching !== null && <IssuesPane path={path} groups={groups} empty="No issues match this view." />}
    </>
  );
}
