import { useEffect } from "react";
import type { Navigation } from "../wire";
import { AppFrame } from "./app-frame";
import { type AppPage, appPages } from "./installed-app";

interface Props {
  kind: AppPage["kind"];
  user: Navigation["user"];
  /** Absent: the page is the whole site's. */
  project?: Navigation["projects"][number];
}

/** A whole page of an app, below the header of the site or of a project. */
export function AppHostPage({ kind, user, project }: Props) {
  const [page] = appPages(kind);
  useEffect(() => {
    document.title = `${page?.title ?? "Apps"} - Jira`;
  }, [page]);
  if (page === undefined) return <p className="page-message">This site has no such app.</p>;
  const at = project && { project: { id: project.id, key: project.key, type: "software" } };
  return (
    <section className="app-page" data-testid="app-page">
      <AppFrame
        page={page}
        accountId={user.accountId}
        extension={{ type: kind, ...at, location: location.href }}
      />
    </section>
  );
}
