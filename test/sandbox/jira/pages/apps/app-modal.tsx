import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { Glyph } from "../parts/glyph";
import { AppFrame } from "./app-frame";
import type { Extension, ModalSize } from "./bridge-host";
import type { AppPage } from "./installed-app";

interface Props {
  page: AppPage;
  accountId: string;
  extension: Extension;
  /** Absent: as wide as Jira's own dialogs. */
  size?: ModalSize;
  closeOnEscape?: boolean;
  closeOnOverlayClick?: boolean;
  /** What the page in it says as it closes; undefined: it was closed around the page. */
  onClose: (payload?: unknown) => void;
}

/** A page of an app in a dialog over Jira's page. */
export function AppModal({ page, accountId, extension, size, onClose, ...closing }: Props) {
  const { closeOnEscape = true, closeOnOverlayClick = true } = closing;
  const close = useRef(onClose);
  close.current = onClose;
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    const controller = new AbortController();
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && closeOnEscape && close.current();
    addEventListener("keydown", onKey, { signal: controller.signal });
    return () => {
      controller.abort();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [closeOnEscape]);
  return createPortal(
    <div className="modal">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the close button is the accessible control */}
      <div className="modal-blanket" onClick={() => closeOnOverlayClick && onClose()} />
      <div className="modal-positioner">
        <section
          ref={dialog}
          className="modal-dialog app-modal"
          data-size={size}
          role="dialog"
          aria-modal="true"
          aria-label={page.title}
          tabIndex={-1}
          data-testid="app-modal"
        >
          <header className="app-modal-header">
            <h2>{page.title}</h2>
            <button type="button" className="icon-button" aria-label="Close" onClick={() => onClose()}>
              <Glyph name="cross" />
            </button>
          </header>
          <AppFrame page={page} accountId={accountId} extension={extension} onClose={onClose} />
        </section>
      </div>
    </div>,
    document.body,
  );
}
