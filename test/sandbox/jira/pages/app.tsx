import { type ComponentType, useEffect } from "react";
import { AppHostPage } from "./apps/app-page";
import { BacklogPage } from "./backlog/backlog-page";
import { BoardPage } from "./board/board-page";
import { IssueOverList } from "./issue/issue-over-list";
import { IssuePage } from "./issue/issue-page";
import { ListPage } from "./list/list-page";
import { navigate, usePathname, useQuery } from "./navigate";
import { NavigatorPage } from "./navigator/navigator-page";
import { fetchNavigation } from "./page-api";
import { FlagList } from "./parts/flag-list";
import { backlogHref, parseRoute, projectOf, type Route } from "./route";
import { ProjectHeader } from "./shell/project-header";
import { Sidebar } from "./shell/sidebar";
import { TopNavigation } from "./shell/top-navigation";
import { TimelinePage } from "./timeline/timeline-page";
import { useResource } from "./use-resource";
import type { Navigation } from "./wire";

const projectKeyOf = (route: Route): string | null => {
  if (route.view === "issue") return projectOf(route.key);
  return "projectKey" in route ? route.projectKey : null;
};

/** The views of a project, each under the tab of that name. */
type ProjectView = Extract<Route, { projectKey: string }>["view"];
interface ViewProps {
  project: Navigation["projects"][number];
  user: Navigation["user"];
}
const projectViews: Record<ProjectView, { tab: string; View: ComponentType<ViewProps> }> = {
  backlog: { tab: "Backlog", View: BacklogPage },
  board: { tab: "Board", View: BoardPage },
  timeline: { tab: "Timeline", View: TimelinePage },
  list: { tab: "List", View: ListPage },
  app: { tab: "Plumbline", View: (props: ViewProps) => <AppHostPage kind="jira:projectPage" {...props} /> },
  "app-settings": { tab: "Space settings", View: AppSettings },
};

/** Who may not administer a project is not shown its settings, whatever the address says. */
function AppSettings(props: ViewProps) {
  if (!props.user.isProjectAdmin) return <NotAllowed />;
  return <AppHostPage kind="jira:projectSettingsPage" {...props} />;
}
const NotAllowed = () => (
  <p className="page-message">You don't have permission to see this page. Ask an administrator.</p>
);

/** The whole site: what surrounds the page, and the page that the address names. */
export function App() {
  const route = parseRoute(usePathname());
  const query = useQuery();
  const { loaded, error } = useResource("navigation", fetchNavigation);
  const navigation = loaded?.data ?? null;
  return (
    <div className="page-layout" data-testid="page-layout.root">
      <TopNavigation navigation={navigation} />
      <Sidebar navigation={navigation} projectKey={projectKeyOf(route)} />
      <main className="main" data-testid="page-layout.main">
        {error && <p className="page-message">{error}</p>}
        {navigation && <Page route={route} query={query} navigation={navigation} />}
      </main>
      {navigation && <IssueOverList view={route.view} user={navigation.user} />}
      <FlagList />
    </div>
  );
}

function Page({ route, query, navigation }: { route: Route; query: string; navigation: Navigation }) {
  if (route.view === "issue")
    return <IssuePage key={route.key} issueKey={route.key} user={navigation.user} />;
  if (route.view === "navigator") return <NavigatorPage query={query} />;
  if (route.view === "missing") return <Missing navigation={navigation} />;
  if (route.view === "app-admin")
    return navigation.user.isAdmin ? (
      <AppHostPage kind="jira:adminPage" user={navigation.user} />
    ) : (
      <NotAllowed />
    );
  const project = navigation.projects.find((it) => it.key === route.projectKey);
  if (!project || ("boardId" in route && project.boardId !== route.boardId))
    return <Missing navigation={navigation} />;
  const { tab, View } = projectViews[route.view];
  return (
    <>
      <ProjectHeader
        projectKey={project.key}
        projectName={project.name}
        boardId={project.boardId}
        selected={tab}
        isProjectAdmin={navigation.user.isProjectAdmin}
      />
      <View key={project.boardId} project={project} user={navigation.user} />
    </>
  );
}

/** The site's root goes to the first project's backlog; anything else unknown is said. */
function Missing({ navigation }: { navigation: Navigation }) {
  const first = navigation.projects[0];
  const atRoot = location.pathname === "/";
  useEffect(() => {
    if (atRoot && first) navigate(backlogHref(first.key, first.boardId), { replace: true });
  }, [atRoot, first]);
  if (atRoot && first) return null;
  return (
    <p className="page-message">
      The page you were looking for doesn't exist or you don't have access to it.
    </p>
  );
}
