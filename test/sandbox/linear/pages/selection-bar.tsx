import { createPortal } from "react-dom";
import { portalRoot } from "./portal-root";
import { cx } from "./release";

interface SelectionBarProps {
  count: number;
  onActions: (at: { x: number; y: number }) => void;
  onClear: () => void;
}

/** The bar that floats over a list while issues are selected. */
export function SelectionBar({ count, onActions, onClear }: SelectionBarProps) {
  return createPortal(
    <div className={cx("selection-bar")} role="toolbar" aria-label="Selected issues">
      <span>{count} selected</span>
      <button type="button" className={cx("button")} onClick={onClear}>
        Clear
      </button>
      <button
        type="button"
        className={cx("button", "button-primary")}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onActions({ x: box.left, y: box.top - 280 });
        }}
      >
        Actions
      </button>
    </div>,
    portalRoot(),
  );
}
