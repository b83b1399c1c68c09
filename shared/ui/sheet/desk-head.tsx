import Lozenge from "@atlaskit/lozenge";
import SectionMessage from "@atlaskit/section-message";
import { FailedRead, UnreadableNote } from "./desk-notes";
import type { OpenedSheet } from "./open-sheet";
import { PendingNote } from "./pending-note";
import type { SheetDeskProps } from "./sheet-desk";
import type { OpenDeskState } from "./use-open-desk";

interface HeadProps extends SheetDeskProps {
  desk: OpenDeskState;
  opened: OpenedSheet;
  onReadAgain: () => void;
}

/** Whose sheet it is, in which state, and all that keeps it from being as the tracker has it. */
export function DeskHead({ port, t, bet, desk, opened, onReadAgain }: HeadProps) {
  const { draft, saving, head } = desk;
  const { form, over } = draft.draft;
  const { standing, failure } = opened;
  return (
    <>
      <header className="sheet-header">
        <h2>{bet.title}</h2>
        <Lozenge>{t(`sheetDesk_state_${form.state}`)}</Lozenge>
        {over.sheet && (
          <span className="sheet-quiet">{t("sheetDesk_version", String(over.sheet.version))}</span>
        )}
      </header>
      {failure && <FailedRead t={t} failure={failure} onReadAgain={onReadAgain} />}
      {standing?.value === "unreadable" && over.sheet === null && <UnreadableNote t={t} raw={standing.raw} />}
      {head && (
        <PendingNote
          t={t}
          pending={head}
          onRetry={() => void port.retry([head.id])}
          onDiscard={() => void saving.discard()}
        />
      )}
      {draft.failed && (
        <SectionMessage appearance="warning">
          <p>{t("sheetDesk_draftLost")}</p>
        </SectionMessage>
      )}
    </>
  );
}
