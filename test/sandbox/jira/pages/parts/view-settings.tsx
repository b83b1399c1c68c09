import { type IssueOpening, issueOpenings, setIssueOpening, useIssueOpening } from "../issue-opening";
import { Glyph } from "./glyph";
import { usePopup } from "./use-popup";

const names: Record<IssueOpening, string> = { page: "Full page", dialog: "Dialog", sidebar: "Sidebar" };

/** The settings of a list: where its issues open. */
export function ViewSettings() {
  const { open, setOpen, root } = usePopup();
  const chosen = useIssueOpening();
  return (
    <div className="menu-root" ref={root}>
      <button
        type="button"
        className="icon-button"
        aria-label="View settings"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Glyph name="settings" />
      </button>
      {open && (
        <div className="menu menu-end" role="menu">
          <p className="menu-title">Open work items in</p>
          {issueOpenings.map((opening) => (
            <button
              key={opening}
              type="button"
              role="menuitemradio"
              aria-checked={opening === chosen}
              onClick={() => {
                setOpen(false);
                setIssueOpening(opening);
              }}
            >
              {names[opening]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
