import { useEffect } from "react";
import { Toaster } from "sonner";
import { Page } from "./page";
import { cx } from "./release";
import { usePath } from "./routing/navigation";
import { pageTitle } from "./routing/page-title";
import { parseRoute } from "./routing/routes";
import { Sidebar } from "./sidebar";
import { useSnapshot, useStore } from "./store-context";

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
          {/* A page is made anew at each navigation, and with it its breadcrumb. */}
          {loaded && <Page key={JSON.stringify(route)} route={route} path={path} />}
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
