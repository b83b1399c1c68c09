import { dismissFlag, useFlags } from "../flags";
import { Glyph } from "./glyph";

/** The flags in the lower left corner; an error is announced at once. */
export function FlagList() {
  return (
    <div className="flag-list" data-testid="platform.ui.flags.common.ui.common-flag-group">
      {useFlags().map((flag) => (
        <div
          key={flag.id}
          className={`flag flag-${flag.tone}`}
          role={flag.tone === "error" ? "alert" : "status"}
        >
          <span className="flag-mark" aria-hidden="true">
            !
          </span>
          <div>
            <strong>{flag.title}</strong>
            <p>{flag.detail}</p>
          </div>
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={() => dismissFlag(flag.id)}
          >
            <Glyph name="cross" />
          </button>
        </div>
      ))}
    </div>
  );
}
