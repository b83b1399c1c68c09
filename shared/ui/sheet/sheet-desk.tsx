import "./sheet.css";
import Button from "@atlaskit/button/new";
import SectionMessage from "@atlaskit/section-message";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import type { Result } from "../../domain/result";
import type { Sheet } from "../../domain/sheet";
import { failureText } from "../failure-text";
import type { AlignmentPort, PortFailure } from "../port";
import type { Translate } from "../translate";
import { OpenDesk } from "./open-desk";
import { type OpenedSheet, openSheet } from "./open-sheet";

export interface SheetDeskProps {
  port: AlignmentPort;
  t: Translate;
  bet: WorkItem;
  /** `YYYY-MM-DD`. */
  today: string;
  /** The tracker has the sheet. */
  onSaved: (sheet: Sheet) => void;
}

/** The Alignment Sheet of one bet, where it is read and written. */
export const SheetDesk = (props: SheetDeskProps) => <DeskOfBet key={props.bet.id} {...props} />;

function DeskOfBet(props: SheetDeskProps) {
  const { port, t, bet } = props;
  const [opened, setOpened] = useState<Result<OpenedSheet, PortFailure> | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read when it opens and when the person asks, not when a word changes
  useEffect(() => {
    let isCurrent = true;
    void openSheet(port, bet.id, t("sheetDesk_weekly"))
      .catch((error: unknown) => ({
        ok: false as const,
        error: { kind: "unexpected", message: error instanceof Error ? error.message : String(error) },
      }))
      .then((it) => isCurrent && setOpened(it));
    return () => {
      isCurrent = false;
    };
  }, [port, bet.id, round]);

  function readAgain() {
    setOpened(null);
    setRound(round + 1);
  }
  if (opened === null) return <p className="sheet-quiet">{t("sheetDesk_reading")}</p>;
  if (!opened.ok) {
    return (
      <SectionMessage appearance="error">
        <p>{t("sheetDesk_unread")}</p>
        <p>{failureText(t, opened.error)}</p>
        <Button spacing="compact" onClick={readAgain}>
          {t("sheetDesk_retry")}
        </Button>
      </SectionMessage>
    );
  }
  return <OpenDesk key={round} {...props} opened={opened.value} onReadAgain={readAgain} />;
}
