import type { ReactNode } from "react";
import { cx } from "../release";
import { followInPage } from "../routing/navigation";

export interface EntityRow {
  id: string;
  href: string;
  icon: ReactNode;
  name: string;
  /** Properties at the row's end, the same in number for each row. */
  cells: readonly ReactNode[];
}

interface EntityListProps {
  path: string;
  rows: readonly EntityRow[];
  /** Project rows hold their properties in cells of this mark (reference 1.2); of other rows it is not known. */
  markCells?: boolean;
}

/** A short list of what is not an issue: projects, cycles, views. Each row is a link of 44 px. */
export function EntityList({ path, rows, markCells = false }: EntityListProps) {
  return (
    <div className={cx("list-container")} data-list-container="true" data-contextual-menu="true">
      <div
        className={cx("list-wrapper")}
        data-list-wrapper="true"
        data-restore-scroll-view={`${path}|0`}
        data-scroll-container="true"
      >
        {rows.map(({ id, href, icon, name, cells }) => (
          <a
            key={id}
            className={cx("entity-row")}
            href={href}
            data-list-row="true"
            data-list-key={`ITEM_${id}`}
            data-contextual-menu="true"
            draggable={false}
            onClick={followInPage}
          >
            {icon}
            <span className={cx("row-title")}>{name}</span>
            <span className={cx("spacer")} />
            {cells.map((cell, column) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                key={column}
                className={cx("entity-cell")}
                data-detail-property-button={markCells ? "true" : undefined}
              >
                {cell}
              </span>
            ))}
          </a>
        ))}
      </div>
    </div>
  );
}
