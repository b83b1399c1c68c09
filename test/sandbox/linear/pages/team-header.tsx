import type { Team } from "./data/model";
import { Glyph } from "./icons/glyph";
import { cx } from "./release";
import { followInPage } from "./routing/navigation";
import { viewNames } from "./routing/page-title";
import type { TeamView } from "./routing/routes";
import { useWorkspace } from "./store-context";

interface TeamHeaderProps {
  team: Team;
  view: TeamView;
  layout: "list" | "board";
  onLayout: (layout: "list" | "board") => void;
}

const tabs: readonly TeamView[] = ["all", "active", "backlog", "board"];

/** Breadcrumb of a team's views, the views as tabs, and the switch between list and board. */
export function TeamHeader({ team, view, layout, onLayout }: TeamHeaderProps) {
  const { urlKey } = useWorkspace();
  const base = `/${urlKey}/team/${team.key}`;
  return (
    <header data-contextual-menu="true">
      <div className={cx("header")}>
        <a className={cx("crumb")} href={`${base}/all`} onClick={followInPage} data-contextual-menu="true">
          <span className={cx("team-icon")}>{team.key.slice(0, 1)}</span>
          <span>{team.name}</span>
        </a>
        <span className={cx("crumb-divider")}>
          <Glyph name="chevronRight" />
        </span>
        <span className={cx("crumb", "crumb-current")}>{viewNames[view]}</span>
        <button type="button" className={cx("icon-button")} aria-label="Add to favorites">
          <Glyph name="star" />
        </button>
      </div>
      <div className={cx("tabs")}>
        {tabs.map((tab) => (
          <a
            key={tab}
            className={cx("tab", tab === view && "tab-current")}
            href={`${base}/${tab}`}
            aria-current={tab === view ? "page" : undefined}
            draggable={false}
            onClick={followInPage}
          >
            {viewNames[tab]}
          </a>
        ))}
        <span className={cx("spacer")} />
        <button type="button" className={cx("tab")} aria-label="Filter">
          <Glyph name="filter" />
          <span>Filter</span>
        </button>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons side by side, not a form's fields */}
        <div className={cx("layout-switch")} role="group" aria-label="Layout">
          {(["list", "board"] as const).map((choice) => (
            <button
              key={choice}
              type="button"
              className={cx("icon-button", layout === choice && "icon-button-on")}
              aria-label={choice === "list" ? "List layout" : "Board layout"}
              aria-pressed={layout === choice}
              onClick={() => onLayout(choice)}
            >
              <Glyph name={choice} />
            </button>
          ))}
        </div>
      </div>
    </header>
  );
}
