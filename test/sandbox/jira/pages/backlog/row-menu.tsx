import { Glyph } from "../parts/glyph";
import { usePopup } from "../parts/use-popup";
import type { WireSprint } from "../wire";

interface Props {
  sprints: readonly WireSprint[];
  sprintId: number | null;
  onMove: (sprintId: number | null) => void;
}

const itemTestId =
  "software-context-menu.ui.menu-renderer.context-menu-inner.context-menu-node.context-menu-item.context-menu-label";

/** The "…" of a row: moves the issue to another sprint or to the backlog. */
export function RowMenu({ sprints, sprintId, onMove }: Props) {
  const { open, setOpen, root } = usePopup();

  const targets = [...sprints.map(({ id, name }) => ({ id, name })), { id: null, name: "Backlog" }];
  return (
    <div className="menu-root row-menu" ref={root}>
      <button
        type="button"
        className="icon-button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid="software-context-menu.meatball-menu"
        onClick={() => setOpen(!open)}
      >
        <Glyph name="more" />
      </button>
      {open && (
        <div className="menu menu-end" role="menu">
          <p className="menu-title">Move work item</p>
          {targets
            .filter((target) => target.id !== sprintId)
            .map((target) => (
              <button
                key={target.id ?? "BACKLOG"}
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  onMove(target.id);
                }}
              >
                <span data-testid={itemTestId}>{target.name}</span>
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
