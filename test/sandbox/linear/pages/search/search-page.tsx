import { useEffect, useMemo, useRef } from "react";
import { Glyph } from "../icons/glyph";
import { IssuesPane } from "../list/issues-pane";
import { cx } from "../release";
import { replacePath, useParameter } from "../routing/navigation";
import { useSnapshot } from "../store-context";
import { matchingIssues } from "./matching-issues";

/** Issues by words, as they are typed; the search stays in the address. How Linear ranks is not known. */
export function SearchPage({ path }: { path: string }) {
  const { issues } = useSnapshot();
  const search = useParameter("q");
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(
    () => [{ state: null, issues: matchingIssues(issues.values(), search) }],
    [issues, search],
  );
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <header className={cx("header")} data-contextual-menu="true">
        <Glyph name="search" />
        <input
          ref={field}
          className={cx("search-field")}
          type="search"
          aria-label="Search issues"
          placeholder="Search issues…"
          value={search}
          onChange={({ currentTarget: { value } }) =>
            replacePath(value === "" ? path : `${path}?q=${encodeURIComponent(value)}`)
          }
        />
      </header>
      <IssuesPane
        path={path}
        groups={groups}
        empty={search.trim() === "" ? "Type to search the workspace." : "No issue matches."}
      />
    </>
  );
}
