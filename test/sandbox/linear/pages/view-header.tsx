import type { ReactNode } from "react";
import { Glyph } from "./icons/glyph";
import { cx } from "./release";
import { followInPage } from "./routing/navigation";

export interface Crumb {
  text: string;
  href?: string;
  icon?: ReactNode;
}

export interface Tab {
  text: string;
  href: string;
  current: boolean;
}

/** The breadcrumb of a page, its last part the page itself, and its tabs where it has some. */
export function ViewHeader({ crumbs, tabs = [] }: { crumbs: readonly Crumb[]; tabs?: readonly Tab[] }) {
  return (
    <header data-contextual-menu="true">
      <div className={cx("header")}>
        {crumbs.map(({ text, href, icon }, index) => (
          <span key={text} className={cx("crumb-part")}>
            {index > 0 && (
              <span className={cx("crumb-divider")}>
                <Glyph name="chevronRight" />
              </span>
            )}
            {href === undefined ? (
              <span className={cx("crumb", "crumb-current")}>
                {icon}
                <span>{text}</span>
              </span>
            ) : (
              <a className={cx("crumb")} href={href} onClick={followInPage} data-contextual-menu="true">
                {icon}
                <span>{text}</span>
              </a>
            )}
          </span>
        ))}
        <button type="button" className={cx("icon-button")} aria-label="Add to favorites">
          <Glyph name="star" />
        </button>
      </div>
      {tabs.length > 0 && (
        <div className={cx("tabs")}>
          {tabs.map(({ text, href, current }) => (
            <a
              key={href}
              className={cx("tab", current && "tab-current")}
              href={href}
              aria-current={current ? "page" : undefined}
              draggable={false}
              onClick={followInPage}
            >
              {text}
            </a>
          ))}
        </div>
      )}
    </header>
  );
}
