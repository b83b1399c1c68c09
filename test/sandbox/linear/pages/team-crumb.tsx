import type { Team } from "./data/model";
import { cx } from "./release";
import type { Crumb } from "./view-header";

/** A team as the first part of a breadcrumb. */
export function teamCrumb(team: Team, workspace: string): Crumb {
  return {
    text: team.name,
    href: `/${workspace}/team/${team.key}/all`,
    icon: <span className={cx("team-icon")}>{team.key.slice(0, 1)}</span>,
  };
}
