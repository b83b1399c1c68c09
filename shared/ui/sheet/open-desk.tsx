import Button from "@atlaskit/button/new";
import { RoomNote } from "../room-note";
import { deskClash } from "./desk-clash";
import { DeskHead } from "./desk-head";
import { SaidNote } from "./desk-notes";
import { GuidedRun } from "./guided-run";
import { MarkdownTools } from "./markdown-tools";
import type { OpenedSheet } from "./open-sheet";
import type { SheetDeskProps } from "./sheet-desk";
import { SheetPage } from "./sheet-page";
import { SheetVersions } from "./sheet-versions";
import { useOpenDesk } from "./use-open-desk";

interface OpenProps extends SheetDeskProps {
  opened: OpenedSheet;
  onReadAgain: () => void;
}

/** The sheet of a bet once it is read: written on the page or in the guided run, saved, and followed until it stands. */
export function OpenDesk(props: OpenProps) {
  const { port, t, bet, today, opened } = props;
  const desk = useOpenDesk(props, opened);
  const { draft, saving, filling, at, view, soFar, isChanged } = desk;
  const { guide } = draft.draft;
  const clash = deskClash(t, today, desk, opened.standing);
  if (clash !== null)
    return (
      <div className="sheet-desk">
        {clash}
        <SaidNote said={saving.said} />
      </div>
    );
  return (
    <div className="sheet-desk" onPaste={filling.paste}>
      <DeskHead {...props} desk={desk} />
      {view === "page" && (
        <>
          <div className="sheet-buttons">
            <Button onClick={desk.startGuide}>
              {guide === null
                ? t("sheetDesk_guide")
                : t("sheetDesk_resume", t(`sheetDesk_step_${guide.step}`))}
            </Button>
          </div>
          <MarkdownTools t={t} sheet={soFar} onFill={filling.fill} />
        </>
      )}
      {filling.canUndo && (
        <div className="sheet-buttons">
          <Button spacing="compact" onClick={filling.undo}>
            {t("sheetDesk_undo")}
          </Button>
        </div>
      )}
      {view === "guide" && guide !== null ? (
        <GuidedRun
          at={at}
          bet={bet}
          sheet={soFar}
          guide={guide}
          busy={saving.busy}
          onGuide={(next) => draft.set({ guide: next })}
          onSecond={desk.countSecond}
          onLeave={desk.leaveGuide}
          onLead={desk.leadToField}
          onCommit={(decision) => void desk.saveOrLead(decision)}
        />
      ) : (
        <>
          <SheetPage at={at} sheet={soFar} onLead={desk.leadToField} />
          <RoomNote t={t} what="page" room={port.room("sheet", bet.id, soFar)} />
          <div className="sheet-buttons sheet-save">
            <Button appearance="primary" isDisabled={saving.busy} onClick={() => void desk.saveOrLead(null)}>
              {t("sheetDesk_save")}
            </Button>
            {isChanged && <span className="sheet-quiet">{t("sheetDesk_kept")}</span>}
          </div>
          <SheetVersions port={port} t={t} bet={bet} />
        </>
      )}
      <SaidNote said={saving.said} />
    </div>
  );
}
