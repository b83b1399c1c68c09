import { useEffect } from "react";
import { Toaster } from "sonner";
import { IssuePage } from "./issue/issue-page";
import { cx } from "./release";
import { usePath } from "./routing/navigation";
import { otherTitle, pageTitle } from "./routing/page-title";
import { parseRoute, type Route } from "./routing/routes";
import { Sidebar } from "./sidebar";
import { useSnapshot, useStore } from "./store-context";
import { TeamPage } from "./team-page";

/** The frame that stays while pages change: sidebar, main panel, announcements, toasts. */
export function App() {
  const path = usePath();
  const snapshot = useSnapshot();
  const store = useStore();
  const route = parseRoute(path);
  const loaded = snapshot.workspace !== null;
  const title = loaded ? pageTitle(route, snapshot) : "Linear";
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={cx("app")} data-contextual-menu="true">
      {loaded && <Sidebar path={path} />}
      <main className={cx("main")}>
        <div id="portalLayoutRoot" className={cx("portal-root")} />
        <div className={cx("panel")} data-contextual-menu="true">
          {loaded && <Page key={pageKey(route)} route={route} path={path} />}
          {!loaded && snapshot.failure === null && <div className={cx("bootstrap")}>Loading workspace…</div>}
          {!loaded && snapshot.failure !== null && (
            <div className={cx("bootstrap")}>
              <p>{snapshot.failure}</p>
              <button type="button" className={cx("button")} onClick={() => void store.load()}>
                Try again
              </button>
            </div>
          )}
        </div>
      </main>
      <span role="status" className={cx("visually-hidden")}>
        {loaded ? `Navigated to ${title}` : ""}
      </span>
      <Toaster
        position="bottom-right"
        style={{ fontFamily: "inherit" }}
        theme={document.documentElement.classList.contains("dark") ? "dark" : "light"}
      />
    </div>
  );
}

function Page({ route, path }: { route: Route; path: string }) {
  if (route.kind === "team") return <TeamPage teamKey={route.teamKey} view={route.view} path={path} />;
  if (route.kind === "issue") return <IssuePage identifier={route.identifier} />;
  return (
    <div className={cx("empty")}>
      <h2>{otherTitle(route.name)}</h2>
      <p>There is nothing here yet.</p>
    </div>
  );
}

/** A page is made anew at each navigation, and with it its breadcrumb. */
function pageKey(route: Route): string {
  if (route.kind === "team") return `team/${route.teamKey}/${route.view}`;
  return route.kind === "issue" ? `issue/${route.identifier}` : `other/${route.name}`;
}
