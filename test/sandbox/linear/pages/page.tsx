import { CyclePage } from "./cycle/cycle-page";
import { CyclesPage } from "./cycle/cycles-page";
import { InboxPage } from "./inbox/inbox-page";
import { IssuePage } from "./issue/issue-page";
import { MyIssuesPage } from "./my-issues/my-issues-page";
import { ProjectPage } from "./project/project-page";
import { ProjectsPage } from "./project/projects-page";
import { cx } from "./release";
import { otherTitle } from "./routing/page-title";
import type { Route } from "./routing/routes";
import { SearchPage } from "./search/search-page";
import { TeamPage } from "./team-page";
import { ViewPage } from "./view/view-page";
import { ViewsPage } from "./view/views-page";

/** The page of a route. */
export function Page({ route, path }: { route: Route; path: string }) {
  switch (route.kind) {
    case "team":
      return <TeamPage teamKey={route.teamKey} view={route.view} path={path} />;
    case "cycles":
      return <CyclesPage teamKey={route.teamKey} path={path} />;
    case "cycle":
      return <CyclePage teamKey={route.teamKey} number={route.number} path={path} />;
    case "my-issues":
      return <MyIssuesPage view={route.view} path={path} />;
    case "projects":
      return <ProjectsPage path={path} />;
    case "project":
      return <ProjectPage slugId={route.slugId} tab={route.tab} path={path} />;
    case "views":
      return <ViewsPage path={path} />;
    case "view":
      return <ViewPage slugId={route.slugId} path={path} />;
    case "search":
      return <SearchPage path={path} />;
    case "inbox":
      return <InboxPage path={path} />;
    case "issue":
      return <IssuePage identifier={route.identifier} />;
    case "other":
      return (
        <div className={cx("empty")}>
          <h2>{otherTitle(route.name)}</h2>
          <p>There is nothing here yet.</p>
        </div>
      );
  }
}
