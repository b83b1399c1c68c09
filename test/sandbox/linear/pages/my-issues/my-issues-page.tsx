import { useMemo } from "react";
import { IssuesPane } from "../list/issues-pane";
import { statusGroups } from "../list/status-groups";
import type { MyIssuesView } from "../routing/routes";
import { useSnapshot, useWorkspace } from "../store-context";
import { ViewHeader } from "../view-header";

const tabs: readonly { view: MyIssuesView; text: string }[] = [
  { view: "assigned", text: "Assigned" },
  { view: "created", text: "Created" },
];

/** What the viewer is assigned to, or created. */
export function MyIssuesPage({ view, path }: { view: MyIssuesView; path: string }) {
  const { issues } = useSnapshot();
  const workspace = useWorkspace();
  const groups = useMemo(() => {
    const role = view === "assigned" ? "assigneeId" : "creatorId";
    const mine = [...issues.values()].filter((issue) => issue[role] === workspace.viewerId);
    return statusGroups(mine, workspace);
  }, [issues, workspace, view]);
  const links = tabs.map((tab) => ({
    text: tab.text,
    href: `/${workspace.urlKey}/my-issues/${tab.view}`,
    current: tab.view === view,
  }));
  const empty = view === "assigned" ? "No issues are assigned to you." : "You have created no issues.";
  return (
    <>
      <ViewHeader crumbs={[{ text: "My issues" }]} tabs={links} />
      <IssuesPane path={path} groups={groups} empty={empty} />
    </>
  );
}
