import Button from "@atlaskit/button/new";
import SectionMessage from "@atlaskit/section-message";
import type { WorkItem } from "../../domain/issue";
import { roomFor } from "../../domain/limits";
import { readSheet } from "../../domain/markdown";
import type { Sheet } from "../../domain/sheet";
import { failureText } from "../failure-text";
import type { PortFailure } from "../port";
import type { Translate } from "../translate";
import { Raw } from "./conflict-view";

export interface Said {
  kind: "success" | "error" | "information";
  text: string;
}

/** What came of the last action; read out when it changes. */
export const SaidNote = ({ said }: { said: Said | null }) => (
  <div aria-live="polite">
    {said && (
      <SectionMessage appearance={said.kind}>
        <p>{said.text}</p>
      </SectionMessage>
    )}
  </div>
);

/** Room in the tracker, told once it gets scarce. A Linear project has a document, anything else a property. */
export function RoomNote({ t, bet, sheet }: { t: Translate; bet: WorkItem; sheet: Sheet }) {
  const name = bet.type === "Project" ? "linear-document" : "jira-property";
  const { state, used, limit } = roomFor(name, JSON.stringify(sheet));
  if (state === "ample") return null;
  return (
    <SectionMessage appearance={state === "over" ? "error" : "warning"}>
      <p>
        {state === "over"
          ? t("sheetDesk_tooLong", String(used), String(limit.most))
          : t("sheetDesk_nearlyFull", String(used), String(limit.most))}
      </p>
    </SectionMessage>
  );
}

interface FailedProps {
  t: Translate;
  failure: PortFailure;
  onReadAgain: () => void;
}

/** The tracker could not be read, and there is what was being written. */
export const FailedRead = ({ t, failure, onReadAgain }: FailedProps) => (
  <SectionMessage appearance="warning">
    <p>{t("sheetDesk_unreadDraft")}</p>
    <p>{failureText(t, failure)}</p>
    <Button spacing="compact" onClick={onReadAgain}>
      {t("sheetDesk_retry")}
    </Button>
  </SectionMessage>
);

/** Something stands where the sheet should be, and is none: what is wrong with it, and all of it to copy from. */
export function UnreadableNote({ t, raw }: { t: Translate; raw: unknown }) {
  const page = typeof raw === "string" ? readSheet(raw) : null;
  return (
    <SectionMessage appearance="warning">
      <p>{t("sheetDesk_unreadable")}</p>
      {page?.kind === "unreadable" &&
        page.findings.map(({ line, message }) => (
          <p key={`${line} ${message}`}>{t("sheetDesk_pageLine", String(line), message)}</p>
        ))}
      <details>
        <summary>{t("sheetDesk_whatStands")}</summary>
        <Raw value={raw} />
      </details>
    </SectionMessage>
  );
}
