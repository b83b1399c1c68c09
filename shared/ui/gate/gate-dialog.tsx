import "../orphans/orphans.css";
import "./gate.css";
import Button from "@atlaskit/button/new";
import { useEffect, useRef, useState } from "react";
import type { EntryReason } from "../../domain/entry";
import { KeyedLabel } from "../orphans/bet-choice";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { useKeys } from "../use-keys";
import type { EntryAsked } from "./gate-port";
import { GateTicket } from "./gate-ticket";
import { reasonWord } from "./reason-word";
import { useEntries } from "./use-entries";
import { WarnedForm } from "./warned-form";

export interface GateDialogProps {
  port: AlignmentPort;
  t: Translate;
  asked: readonly EntryAsked[];
  /** Why each ticket that was to be made right in the sprint was not. */
  unmade: readonly EntryReason[];
  /** The gate warned, and let all of them in. */
  isIn: boolean;
  /** They are in a sprint that the person was about to start. */
  isStart: boolean;
  /** Counts up whenever a statement was written meanwhile. */
  written: number;
  /** Something else is shown in its place; what it knows is kept. */
  isHidden: boolean;
  onWrite: (key: string) => void;
  onClose: () => void;
  onDrawn: () => void;
}

/** What the gate kept out, or warns of: what each ticket lacks, with one key for each thing that mends it; then it goes in by itself. */
export function GateDialog(props: GateDialogProps) {
  const { port, t, asked, unmade, isIn, isStart, written, isHidden, onWrite, onClose, onDrawn } = props;
  const { rows, trouble, busy, look, enterAllowed } = useEntries(port, t, asked, isIn);
  const [chosen, choose] = useState<string | null>(null);
  const isDrawn = rows !== null || trouble !== null || asked.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once.
  useEffect(() => {
    if (isDrawn) onDrawn();
  }, [isDrawn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each statement.
  useEffect(() => {
    if (written > 0) void look();
  }, [written]);

  const open = (rows ?? []).filter((it) =>
    isIn ? it.verdict.verdict !== "allow" : !it.isIn && !it.wasAllowed,
  );
  const waiting = isIn ? [] : (rows ?? []).filter((it) => !it.isIn && it.wasAllowed);
  const entered = isIn ? [] : (rows ?? []).filter((it) => it.isIn);
  const row = open.find(({ issue }) => issue === chosen) ?? open[0];
  const isDone = rows !== null && open.length + waiting.length === 0 && unmade.length === 0;
  useKeys({
    e: waiting.length > 0 && !busy && !isHidden ? enterAllowed : undefined,
    r: busy || isHidden ? undefined : look,
  });
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isHidden) section.current?.focus();
  }, [isHidden]);

  if (isHidden) return null;
  return (
    <section className="gate" aria-labelledby="gate-title" tabIndex={-1} ref={section}>
      <h2 id="gate-title">
        {t(isDone ? "gate_done" : isStart ? "gate_start" : isIn ? "gate_warned" : "gate_keptOut")}
      </h2>
      {rows === null && trouble === null && asked.length > 0 && <p role="status">{t("gate_reading")}</p>}
      {unmade.map((reason, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no names yet and never change.
        <p key={at}>{t("gate_unmade", t(`gate_why_${reasonWord([reason])}`))}</p>
      ))}
      {open.length > 1 && (
        <ul className="gate-list" aria-label={t("gate_tickets")}>
          {open.map((it) => (
            <li key={`${it.issue} ${it.sprint}`}>
              <button type="button" aria-pressed={it === row} onClick={() => choose(it.issue)}>
                <strong>{it.item?.key ?? it.issue}</strong>{" "}
                <span className="gate-quiet">{t(`gate_why_${reasonWord(it.verdict.reasons)}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {row && (
        <GateTicket
          key={`${row.issue} ${row.sprint}`}
          port={port}
          t={t}
          row={row}
          busy={busy}
          isIn={isIn}
          onFixed={look}
          onWrite={() => onWrite(row.item?.key ?? row.issue)}
        />
      )}
      {isStart && <p>{t("gate_startAgain")}</p>}
      {isIn && !isStart && open.length > 0 && <WarnedForm port={port} t={t} rows={open} onDone={onClose} />}
      {waiting.length > 0 && (
        <div className="gate-rest">
          <p>{t("gate_allowed", waiting.map((it) => it.item?.key ?? it.issue).join(", "))}</p>
          <Button isDisabled={busy} onClick={() => void enterAllowed()}>
            <KeyedLabel of="E" label={t("gate_enterAllowed")} />
          </Button>
        </div>
      )}
      <p role="status">
        {entered.length > 0 && t("gate_in", entered.map((it) => it.item?.key ?? it.issue).join(", "))}
      </p>
      {trouble !== null && (
        <div className="trouble" role="alert">
          <p>{trouble}</p>
          <Button isDisabled={busy} onClick={() => void look()}>
            <KeyedLabel of="R" label={t("gate_again")} />
          </Button>
        </div>
      )}
      {isDone && (
        <div>
          <Button appearance="primary" autoFocus onClick={onClose}>
            {t("captureClose")}
          </Button>
        </div>
      )}
    </section>
  );
}
