import "../../shared/ui/page.css";
import "../../shared/ui/panel/panel.css";
import "./frame.css";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import type { FrameHost } from "./frame-host";
import { createFramePort } from "./frame-port";
import type { FrameProps } from "./frame-props";
import { openFrameStorage } from "./frame-storage";
import { languageOf, loadSentences } from "./load-sentences";
import { type Place, readPlace } from "./place";

// The frame's policy forbids `new Function`, which zod would try at its first object.
z.config({ jitless: true });

/** Draws the page that belongs where the frame stands. What goes wrong before there is a page is said in plain English. */
export async function openPage(
  host: FrameHost,
  context: Promise<unknown>,
  coloured: Promise<unknown>,
  element: HTMLElement | null,
): Promise<void> {
  if (element === null) throw new Error("the page has no #root");
  const root = createRoot(element);
  try {
    // Colours that cannot be had are no reason to show nothing.
    const [raw] = await Promise.all([context, coloured.catch(() => undefined)]);
    const place = readPlace(raw);
    if (place === null) throw new Error("Jira does not say where this page stands.");
    const language = languageOf(place.locale);
    document.documentElement.lang = language;
    const [t, page] = await Promise.all([loadSentences(language), loadPage(place)]);
    // The page lives as long as the frame.
    const { signal } = new AbortController();
    const storage = openFrameStorage(place.me, window);
    const port = createFramePort({ host, place, storage, locks: navigator.locks, signal });
    root.render(<main>{page({ host, port, t })}</main>);
  } catch (error) {
    root.render(
      <main>
        <div className="trouble" role="alert">
          <p>Plumbline could not be opened: {error instanceof Error ? error.message : String(error)}</p>
          <p>Load the page anew. If that does not help, tell your Jira administrator.</p>
        </div>
      </main>,
    );
  }
}

type Drawn = (props: FrameProps) => ReactNode;

/** Loads the code of one page alone. */
async function loadPage({ at }: Place): Promise<Drawn> {
  switch (at.page) {
    case "issue": {
      const { IssuePage } = await import("./pages/issue-page");
      return (props) => <IssuePage {...props} project={at.project} issue={at.issue.key} />;
    }
    case "project": {
      const { ProjectPage } = await import("./pages/project-page");
      return (props) => <ProjectPage {...props} project={at.project} />;
    }
    case "settings": {
      const { SettingsPage } = await import("./pages/settings-page");
      return (props) => <SettingsPage {...props} project={at.project} />;
    }
    case "readiness": {
      const { ReadinessPage } = await import("./pages/readiness-page");
      return (props) => <ReadinessPage {...props} project={at.project} />;
    }
    case "admin": {
      const { AdminPage } = await import("./pages/admin-page");
      return (props) => <AdminPage {...props} />;
    }
  }
}
