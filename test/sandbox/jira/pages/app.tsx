import { useEffect } from "react";
import { BacklogPage } from "./backlog/backlog-page";
import { BoardPage } from "./board/board-page";
import { IssueOverList } from "./issue/issue-over-list";
import { IssuePage } from "./issue/issue-page";
import { ListPage } from "./list/list-page";
import { navigate, usePathname, useQuery } from "./navigate";
import { NavigatorPage } from "./navigator/navigator-page";
import { fetchNavigation } from "./page-api";
import { FlagList } from "./parts/flag-list";
import { backlogHref, parseRoute, type Route } from "./route";
import { ProjectHeader } from "./shell/project-header";
import { Sidebar } from "./shell/sidebar";
import { TopNavigation } from "./shell/top-navigation";
import { TimelinePage } from "./timeline/timeline-page";
import { useResource } from "./use-resource";
import type { Navigation } from "./wire";

const projectKeyOf = (route: Route): string | null => {
  if (route.view === "issue") return route.key.replace(/-\d+$/, "");
  return route.view === "missing" || route.view === "navigator" ? null : route.projectKey;
};

/** The views of a project, each under the tab of that name. */
const projectViews = {
  backlog: { tab: "Backlog", View: BacklogPage },
  board: { tab: "Board", View: BoardPage },
  timeline: { tab: "Timeline", View: TimelinePage },
  list: { tab: "List", View: ListPage },
};

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
      />
      <View key={project.boardId} project={project} />
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
