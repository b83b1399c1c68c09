import type { WireStatus } from "../wire";
import { Glyph } from "./glyph";
import { StatusLozenge } from "./lozenge";
import { usePopup } from "./use-popup";

interface Props {
  status: WireStatus;
  /** What one may choose; the present one is left out. */
  choices: readonly WireStatus[];
  className: string;
  testId?: string;
  id?: string;
  onChoose: (status: WireStatus) => void;
}

/** A status button which opens the list of the other statuses. Escape and a click elsewhere close it. */
export function StatusMenu({ status, choices, className, testId, id, onChoose }: Props) {
  const { open, setOpen, root } = usePopup();

  return (
    <div className="menu-root" ref={root}>
      <button
        type="button"
        id={id}
        data-testid={testId}
        className={`${className} ${className}-${status.category}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${status.name} - Change status`}
        onClick={() => setOpen(!open)}
      >
        <span>{status.name}</span>
        <Glyph name="chevronDown" size={12} />
      </button>
      {open && (
        <div className="menu" role="menu">
          {choices
            .filter((choice) => choice.id !== status.id)
            .map((choice) => (
              <button
                key={choice.id}
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  onChoose(choice);
                }}
              >
                <StatusLozenge status={choice} />
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
