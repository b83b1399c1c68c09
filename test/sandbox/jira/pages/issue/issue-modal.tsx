import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { setIssueOpening } from "../issue-opening";
import { closeIssue } from "../open-issue";
import { Glyph } from "../parts/glyph";
import type { WirePerson } from "../wire";
import { IssueDetails } from "./issue-details";
import { LoadedIssue } from "./loaded-issue";

const modal = "issue.views.issue-details.issue-modal.modal-dialog";

/** One issue in a dialog over a list (reference 1.2), outside of `#jira-frontend`. Escape and a click beside it close it. */
export function IssueModal({ issueKey, user }: { issueKey: string; user: WirePerson }) {
  const dialog = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    const controller = new AbortController();
    const closeOnEscape = (event: KeyboardEvent) => event.key === "Escape" && closeIssue();
    addEventListener("keydown", closeOnEscape, { signal: controller.signal });
    return () => {
      controller.abort();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return createPortal(
    <div className="modal">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the close button is the accessible control */}
      <div className="modal-blanket" data-testid={`${modal}--blanket`} onClick={closeIssue} />
      <div className="modal-positioner" data-testid={`${modal}--positioner`}>
        <section
          ref={dialog}
          className="modal-dialog"
          role="dialog"
          aria-modal="true"
          aria-label={issueKey}
          tabIndex={-1}
          data-testid={modal}
        >
          <LoadedIssue key={issueKey} issueKey={issueKey}>
            {(issue, reading) => (
              <IssueDetails issue={issue} reading={reading} user={user} layout="modal">
                <button
                  type="button"
                  className="icon-button"
                  aria-label="Switch to sidebar"
                  data-testid="issue-view-foundation.header.minimise-button.modal-minimise-button"
                  onClick={() => setIssueOpening("sidebar")}
                >
                  <Glyph name="sidebar" />
                </button>
                <button type="button" className="icon-button" aria-label="Close" onClick={closeIssue}>
                  <Glyph name="cross" />
                </button>
              </IssueDetails>
            )}
          </LoadedIssue>
        </section>
      </div>
    </div>,
    document.body,
  );
}
