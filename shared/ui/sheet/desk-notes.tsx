import Button from "@atlaskit/button/new";
import SectionMessage from "@atlaskit/section-message";
import { readSheet } from "../../domain/markdown";
import { failureText } from "../failure-text";
import { findingText } from "../finding-text";
import type { PortFailure } from "../port";
import { Raw } from "../raw";
import type { Translate } from "../translate";

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
        page.findings.map((it) => <p key={`${it.line} ${it.message}`}>{findingText(t, it)}</p>)}
      <details>
        <summary>{t("sheetDesk_whatStands")}</summary>
        <Raw value={raw} />
      </details>
    </SectionMessage>
  );
}
