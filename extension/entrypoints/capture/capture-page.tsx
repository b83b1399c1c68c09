import Button from "@atlaskit/button/new";
import { useEffect, useMemo, useState } from "react";
import { browser } from "wxt/browser";
import { noAnswer } from "../../../shared/tracker/answer-of";
import { GateDialog } from "../../../shared/ui/gate/gate-dialog";
import type { AlignmentPort } from "../../../shared/ui/port";
import { ThisTicket } from "../../../shared/ui/ticket/this-ticket";
import { createRemotePort } from "../../desk/remote-port";
import { tenantOf } from "../../desk/tenant";
import { deskChannel } from "../../messaging/desk-protocol";
import type { CaptureRequest } from "../../store/capture-requests";
import { writePorts } from "../../trackers/write-ports";
import type { PageProps } from "../../ui/mount-page";
import { siteRow } from "../../ui/site-rows";
import { useFrame } from "./use-frame";

interface CaptureProps extends PageProps {
  /** Of the request. */
  id: string;
  /** Null: nobody asked for this page. */
  request: CaptureRequest | null;
}

/** The statement of one ticket over the page of its tracker, or what the gate kept out there. */
export function CapturePage({ id, request, situation, t }: CaptureProps) {
  const { drawn, close } = useFrame(id, request);
  const port = useMemo(() => request && openRemoteDesk(request.tenant), [request]);
  /** The ticket whose statement is written here; none at first where the gate speaks. */
  const [writing, write] = useState(request?.key ?? null);
  const [written, setWritten] = useState(0);
  const refused = request?.refused ?? null;
  const leave = () => (refused !== null && writing !== null ? write(null) : close());
  const isOff = request?.isFramed === true && siteRow(request.origin, situation).state !== "on";
  useEffect(() => {
    if (isOff) close();
  }, [isOff, close]);
  useEffect(() => {
    if (request === null) drawn();
  }, [request, drawn]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // What is open within the form takes the key first.
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) leave();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return (
    <main>
      <header>
        <h1>{t("extensionName")}</h1>
        <Button appearance="subtle" spacing="compact" onClick={leave}>
          {t(refused !== null && writing !== null ? "gate_back" : "captureClose")}
        </Button>
      </header>
      {request === null || port === null ? (
        <p>{t("captureNothing")}</p>
      ) : (
        <>
          {refused !== null && (
            <GateDialog
              {...refused}
              port={port}
              t={t}
              written={written}
              isHidden={writing !== null}
              onWrite={write}
              onClose={close}
              onDrawn={drawn}
            />
          )}
          {writing !== null && (
            <ThisTicket
              port={port}
              t={t}
              ticket={writing}
              selection={request.selection}
              onDone={() => {
                setWritten(written + 1);
                leave();
              }}
              onDrawn={drawn}
            />
          )}
        </>
      )}
    </main>
  );
}

/** Lasts as long as the page, which is about one ticket; null: it is no tracker's. */
function openRemoteDesk(id: string): AlignmentPort | null {
  const tenant = tenantOf(id);
  if (tenant === null) return null;
  const connect = () => browser.runtime.connect({ name: deskChannel(id) });
  // What a tracker has room for is known without a call.
  const { roomOf } = writePorts[tenant.tracker](() => Promise.resolve(noAnswer));
  const open = (url: string) => void browser.tabs.create({ url });
  return createRemotePort(
    connect,
    { open, room: roomOf, scopeOf: tenant.api.policyScopeOf },
    new AbortController().signal,
  );
}
