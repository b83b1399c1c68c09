import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useDropList } from "../drag/use-drop-list";
import type { WireIssue } from "../wire";
import { BoardCard } from "./board-card";

/** CSS px: what a card takes before it was measured, and the column's header over the cards. */
const usualCard = 132;
const headerHeight = 44;

interface Props {
  id: string;
  name: string;
  issues: readonly WireIssue[];
  reading: number;
  /** The whole board scrolls as one; columns mount only the cards that it shows. */
  scroller: HTMLElement | null;
}

/** One column of a board: a header that stays and a virtual list of cards, which unmounts those out of sight. */
export function BoardColumn({ id, name, issues, reading, scroller }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const over = useDropList(column, id);
  const virtualizer = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller,
    estimateSize: () => usualCard,
    getItemKey: (index) => issues[index]?.key ?? index,
    scrollMargin: headerHeight,
    overscan: 3,
  });
  return (
    <div
      ref={column}
      className={`column ${over ? "column-over" : ""}`}
      data-testid="platform-board-kit.ui.column.draggable-column.styled-wrapper"
      data-component-selector="platform-board-kit.ui.column.draggable-column"
    >
      <div
        className="column-header"
        data-testid="platform-board-kit.common.ui.column-header.header.column-header-container"
      >
        <h2 data-testid="platform-board-kit.common.ui.column-header.editable-title.column-title.column-name">
          {name}
        </h2>
        <span className="column-count">{issues.length}</span>
      </div>
      <div
        className="column-list"
        style={{ height: virtualizer.getTotalSize() }}
        data-testid="software-board.board-container.board.virtual-board.fast-virtual-list.fast-virtual-list-wrapper"
      >
        {virtualizer.getVirtualItems().map((item) => {
          const issue = issues[item.index];
          return (
            issue && (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="card-place"
                style={{ transform: `translateY(${item.start - headerHeight}px)` }}
              >
                <BoardCard issue={issue} reading={reading} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
