import { type Catalog, readCatalog, watchCatalog } from "../../store/catalog";
import { readSettings, type Settings, type SiteSettings, watchSettings } from "../../store/settings";
import type { View } from "../../trackers/tracker-page";

interface Obeyed {
  origin: string;
  here: () => URL;
  viewOf: (url: URL) => View;
  workspaceOf: (url: URL) => string | null;
  /** Told of the page's new address, which may come before `here` has it. */
  onNavigate: (act: (to: URL) => void) => void;
  /** Shows the overlay until `signal` ends; `onMove` takes who is to be told of moves within that time. */
  start: (
    catalog: Catalog | null | undefined,
    onMove: (act: (to: URL) => void) => void,
    signal: AbortSignal,
  ) => void;
  /** The site is off or may not be read any more. Turning it on runs the content script anew. */
  end: () => void;
  /** Nothing was chosen when the page opened, by what the background knew. */
  asInstalled: boolean;
  signal: AbortSignal;
}

/** Shows the overlay while its site and the open view are on, in the language that was chosen, without a reload. */
export async function obeySettings(options: Obeyed): Promise<void> {
  const { origin, here, viewOf, workspaceOf, onNavigate, start, end, asInstalled, signal } = options;
  let site: SiteSettings | undefined;
  /** Undefined: nothing has been read yet. */
  let catalog: Catalog | null | undefined;
  let period: AbortController | null = null;
  let tellMove: (to: URL) => void = () => undefined;
  let workspace = workspaceOf(here());

  function stop(): void {
    period?.abort();
    period = null;
  }
  function obey(to: URL): void {
    if (site?.off || site?.lost) {
      end();
      return;
    }
    if (site?.viewsOff.includes(viewOf(to))) {
      stop();
      return;
    }
    if (workspace !== workspaceOf(to)) {
      // Another workspace has other tickets under the same keys: nothing that is known here holds there.
      workspace = workspaceOf(to);
      stop();
      // What starts reads the address, which may not be there before this task ends.
      setTimeout(() => signal.aborted || obey(here()));
      return;
    }
    if (period === null) {
      period = new AbortController();
      start(catalog, (act) => (tellMove = act), AbortSignal.any([signal, period.signal]));
    }
    tellMove(to);
  }
  async function read(): Promise<void> {
    const [settings, sentences] = await Promise.all([readSettings(), readCatalog()]);
    if (signal.aborted) return;
    if (sentences !== null) stop();
    catalog = sentences;
    take(settings);
  }
  function take(settings: Settings): void {
    site = settings.sites[origin];
    obey(here());
  }

  // Each change as it came: a site that was turned off and forgotten right after would look like one that is on.
  watchSettings((settings) => (catalog === undefined ? read() : take(settings)), signal);
  watchCatalog(async () => {
    stop();
    await read();
  }, signal);
  // Rows that were painted without their badges would move when those come.
  if (asInstalled) obey(here());
  await read();
  onNavigate(obey);
}
