import { useEffect, useRef, useState } from "react";
import { AppModal } from "./app-modal";
import { type Extension, hostBridge, type OpenedModal } from "./bridge-host";
import { type AppPage, installedApp } from "./installed-app";

interface Props {
  page: AppPage;
  accountId: string;
  /** Where it stands; a frame is one by it. */
  extension: Extension;
  onClose?: (payload: unknown) => void;
}

/** A page of an app in its frame. What a frame may do is what Jira's are seen to be given (2026-11); its height is what is in it. */
export function AppFrame({ page, accountId, extension, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [modal, setModal] = useState<OpenedModal | null>(null);
  const close = useRef(onClose);
  close.current = onClose;
  const canClose = onClose !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a frame stands in one place for as long as it is there.
  useEffect(() => {
    const app = installedApp();
    if (app === null || frame.current === null) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const closing = canClose ? (payload: unknown) => close.current?.(payload) : undefined;
    const options = { app, page, accountId, extension, frame: frame.current, signal };
    hostBridge({ ...options, onClose: closing, onModal: setModal });
    // Only now, so that nothing that it says is missed.
    frame.current.src = page.url;
    return () => lifetime.abort();
  }, []);
  const closeModal = (payload: unknown) => {
    setModal(null);
    modal?.onClose(payload);
  };
  return (
    <>
      <iframe
        ref={frame}
        className="app-frame"
        title={page.title}
        data-testid={`hosted-resources-iframe.${page.key}`}
        sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts"
      />
      {modal && <AppModal {...modal} accountId={accountId} onClose={closeModal} />}
    </>
  );
}
