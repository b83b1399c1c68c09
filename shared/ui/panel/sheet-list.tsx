import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { AimsSection } from "../aims/aims-section";
import { followKnown } from "../follow-known";
import type { AlignmentPort } from "../port";
import { SheetDesk } from "../sheet/sheet-desk";
import type { Translate } from "../translate";

interface ListProps {
  port: AlignmentPort;
  t: Translate;
  today: string;
  /** What is said where there is no bet. Default: that none was seen yet. */
  none?: string;
}

/** The bets that are known, each with the aim of its sheet; one is opened at a time. */
export function SheetList({ port, t, today, none = t("panelNoBets") }: ListProps) {
  const [bets, setBets] = useState<WorkItem[] | null>(null);
  const [open, setOpen] = useState<WorkItem | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    const look = async () => setBets(await port.knownBets());
    followKnown(port, look, (error) => console.error(error), lifetime.signal);
    return () => lifetime.abort();
  }, [port]);

  if (bets === null) return <p role="status">{t("statement_reading")}</p>;
  if (open !== null)
    return (
      <>
        <Button appearance="subtle" spacing="compact" onClick={() => setOpen(null)}>
          {t("panelAllSheets")}
        </Button>
        <SheetDesk
          port={port}
          t={t}
          bet={open}
          today={today}
          onSaved={() => void port.knownBets().then(setBets)}
        />
      </>
    );
  if (bets.length === 0) return <p>{none}</p>;
  const scopes = [...new Set(bets.map(({ key }) => port.scopeOf(key)))].sort();
  return (
    <>
      <ul className="bets">
        {bets
          .slice()
          .sort((a, b) => a.title.localeCompare(b.title))
          .map((bet) => (
            <li key={bet.id}>
              <button type="button" onClick={() => setOpen(bet)}>
                <strong>{bet.title}</strong>
                <span className="quiet">
                  {bet.sheet.kind === "value"
                    ? (bet.sheet.value.aim?.title ?? t("orphan_no_aim"))
                    : t("panelNoSheet")}
                </span>
              </button>
            </li>
          ))}
      </ul>
      {scopes.map((scope) => (
        <AimsSection key={scope} port={port} t={t} scope={scope} />
      ))}
    </>
  );
}
