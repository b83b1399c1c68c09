import { useEffect } from "react";
import { BacklogPage } from "./backlog/backlog-page";
import { BoardPage } from "./board/board-page";
import { IssuePage } from "./issue/issue-page";
import { navigate, usePathname } from "./navigate";
import { fetchNavigation } from "./page-api";
import { FlagList } from "./parts/flag-list";
import { backlogHref, parseRoute, type Route } from "./route";
import { ProjectHeader } from "./shell/project-header";
import { Sidebar } from "./shell/sidebar";
import { TopNavigation } from "./shell/top-navigation";
import { useResource } from "./use-resource";
import type { Navigation } from "./wire";

const projectKeyOf = (route: Route): string | null => {
  if (route.view === "issue") return route.key.replace(/-\d+$/, "");
  return route.view === "missing" ? null : route.projectKey;
};

/** The whole site: what surrounds the page, and the page that the address names. */
export function App() {
  const route = parseRoute(usePathname());
  const { loaded, error } = useResource("navigation", fetchNavigation);
  const navigation = loaded?.data ?? null;
  return (
    <div className="page-layout" data-testid="page-layout.root">
      <TopNavigation navigation={navigation} />
      <Sidebar navigation={navigation} projectKey={projectKeyOf(route)} />
      <main className="main" data-testid="page-layout.main">
        {error && <p className="page-message">{error}</p>}
        {navigation && <Page route={route} navigation={navigation} />}
      </main>
      <FlagList />
    </div>
  );
}

function Page({ route, navigation }: { route: Route; navigation: Navigation }) {
  if (route.view === "issue")
    return <IssuePage key={route.key} issueKey={route.key} user={navigation.user} />;
  if (route.view === "missing") return <Missing navigation={navigation} />;
  const project = navigation.projects.find((it) => it.key === route.projectKey);
  if (!project || project.boardId !== route.boardId) return <Missing navigation={navigation} />;
  const backlog = route.view === "backlog";
  return (
    <>
      <ProjectHeader
        projectKey={project.key}
        projectName={project.name}
        boardId={project.boardId}
        selected={backlog ? "Backlog" : "Board"}
      />
      {backlog ? (
        <BacklogPage key={project.boardId} project={project} />
      ) : (
        <BoardPage key={project.boardId} project={project} />
      )}
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
