import { installedApp } from "../apps/installed-app";
import { notInSandbox } from "../flags";
import { Link } from "../link";
import { navigate } from "../navigate";
import { Glyph, type GlyphName } from "../parts/glyph";
import { appAdminHref, navigatorHref } from "../route";
import type { Navigation } from "../wire";
import { ProfileMenu } from "./profile-menu";

const actions: [GlyphName, string][] = [
  ["bell", "Notifications"],
  ["help", "Help"],
  ["settings", "Settings"],
];

/** The bar over every page. "Create" opens the line for a new work item, where the page has one. */
export function TopNavigation({ navigation }: { navigation: Navigation | null }) {
  const app = installedApp();
  function create() {
    const trigger = document.querySelector<HTMLElement>(".inline-create button");
    if (trigger) trigger.click();
    else notInSandbox("Create outside a backlog");
  }
  function search(text: string) {
    const words = text.trim().replace(/["\\]/g, " ");
    if (words !== "") navigate(navigatorHref(`text ~ "${words}" ORDER BY created DESC`));
  }
  return (
    <header className="top-nav" data-testid="page-layout.top-nav">
      <div className="top-nav-start">
        <button
          type="button"
          className="icon-button"
          aria-label="Collapse sidebar"
          onClick={() => notInSandbox("Collapse sidebar")}
        >
          <Glyph name="sidebar" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label="Switch sites or apps"
          onClick={() => notInSandbox("Switch sites or apps")}
        >
          <Glyph name="apps" />
        </button>
        <Link href="/" className="product-logo" aria-label="Go to your Jira homepage">
          <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
            <rect width="24" height="24" rx="6" fill="var(--ds-background-brand-bold)" />
            <path
              d="M18 5.5h-6.3a2.8 2.8 0 0 0 2.8 2.8h1.2v1.1a2.8 2.8 0 0 0 2.8 2.8V6a.5.5 0 0 0-.5-.5zM14.9 8.7H8.6a2.8 2.8 0 0 0 2.8 2.8h1.1v1.1a2.8 2.8 0 0 0 2.9 2.8V9.2a.5.5 0 0 0-.5-.5zM11.7 11.8H5.5a2.8 2.8 0 0 0 2.8 2.8h1.2v1.1a2.8 2.8 0 0 0 2.8 2.8v-6.2a.5.5 0 0 0-.6-.5z"
              fill="#fff"
            />
          </svg>
          <span>Jira</span>
        </Link>
      </div>
      <div className="top-nav-middle">
        <label className="text-field top-search">
          <Glyph name="search" />
          <input
            type="search"
            placeholder="Search"
            aria-label="Search"
            onKeyDown={(event) => event.key === "Enter" && search(event.currentTarget.value)}
          />
        </label>
        <button type="button" className="button button-primary" onClick={create}>
          <Glyph name="plus" /> Create
        </button>
      </div>
      <div className="top-nav-end">
        {actions.map(([glyph, label]) => (
          <button
            key={label}
            type="button"
            className="icon-button"
            aria-label={label}
            onClick={() =>
              label === "Settings" && app !== null && navigation?.user.isAdmin
                ? navigate(appAdminHref(app))
                : notInSandbox(label)
            }
          >
            <Glyph name={glyph} />
          </button>
        ))}
        <ProfileMenu user={navigation?.user ?? null} />
      </div>
    </header>
  );
}
