import Button from "@atlaskit/button/new";
import { useState } from "react";
import { KeyedLabel } from "../orphans/bet-choice";
import type { AlignmentPort } from "../port";
import { RefusedList } from "../statement/refused-list";
import type { Translate } from "../translate";
import { useKeys } from "../use-keys";
import { wordOf } from "../word-of";
import { BreakGlassForm } from "./break-glass-form";
import { GateBet } from "./gate-bet";
import { GateLanes } from "./gate-lanes";
import type { JudgedEntry } from "./gate-port";
import { reasonWord } from "./reason-word";
import { SignFixes } from "./sign-fixes";

interface TicketProps {
  port: AlignmentPort;
  t: Translate;
  row: JudgedEntry;
  busy: boolean;
  /** It went in with a warning, so that no glass has to be broken. */
  isIn: boolean;
  /** Something was mended: look again. */
  onFixed: () => Promise<void>;
  onWrite: () => void;
}
type Opened = "bet" | "lane" | "glass";

/** One ticket: what it lacks, why in one sentence, and what mends it. */
export function GateTicket({ port, t, row, busy, isIn, onFixed, onWrite }: TicketProps) {
  const { item, verdict, policy } = row;
  const [opened, open] = useState<Opened | null>(null);
  const { carrier, standing } = verdict;
  const toggle = (it: Opened) => () => open(opened === it ? null : it);
  const mayInherit = item !== null && item.parentId === null;
  const mayLane = item !== null && policy.exemptLanes.length > 0;
  const mayBreak = item !== null && !isIn && policy.breakGlass.allowed;
  useKeys({
    w: item === null || busy ? undefined : onWrite,
    i: mayInherit && !busy ? toggle("bet") : undefined,
    l: mayLane && !busy ? toggle("lane") : undefined,
    g: mayBreak && !busy ? toggle("glass") : undefined,
    escape: opened === null ? undefined : () => open(null),
  });
  const keyed = (key: string, label: string, it: Opened) => (
    <Button isDisabled={busy} aria-expanded={opened === it} onClick={toggle(it)}>
      <KeyedLabel of={key} label={label} />
    </Button>
  );
  const fixed = () => onFixed().then(() => open(null));

  return (
    <article className="gate-ticket">
      <h3>
        {item?.key ?? row.issue} {item?.title}
      </h3>
      <p>{t(`gate_why_${reasonWord(verdict.reasons)}`)}</p>
      {carrier !== null && carrier.id !== item?.id && (
        <p className="gate-quiet">{t("gate_carrier", carrier.title)}</p>
      )}
      {standing !== null && standing.missingFields.length > 0 && (
        <p className="gate-quiet">
          {t("gate_missing", standing.missingFields.map((it) => t(`gate_field_${it}`)).join(", "))}
        </p>
      )}
      {standing?.functions.map((it) => (
        <RefusedList key={it.name} t={t} refused={it.refused} />
      ))}
      {verdict.refusedGlass.map(({ by, at, reason }) => (
        <p key={`${by.id} ${at}`} className="gate-quiet">
          {t("gate_glassRefused", by.name, t(`glass_${wordOf(reason)}`))}
        </p>
      ))}
      <div className="gate-fixes">
        {item !== null && (
          <Button appearance={carrier === null ? "primary" : "default"} isDisabled={busy} onClick={onWrite}>
            <KeyedLabel of="W" label={t(carrier === null ? "gate_write" : "gate_see")} />
          </Button>
        )}
        {carrier?.statement.kind === "value" && (
          <SignFixes
            port={port}
            t={t}
            carrier={carrier}
            statement={carrier.statement.value}
            busy={busy}
            onFixed={onFixed}
          />
        )}
        {mayInherit && keyed("I", t("gate_inherit"), "bet")}
        {mayLane && keyed("L", t("gate_lane"), "lane")}
        {mayBreak && keyed("G", t("gate_glass"), "glass")}
      </div>
      {item !== null && opened === "bet" && <GateBet port={port} t={t} item={item} onFixed={fixed} />}
      {item !== null && opened === "lane" && (
        <GateLanes port={port} t={t} item={item} lanes={policy.exemptLanes} onFixed={fixed} />
      )}
      {item !== null && opened === "glass" && (
        <BreakGlassForm
          port={port}
          t={t}
          item={item}
          sprint={row.sprint}
          rules={policy.breakGlass}
          onFixed={fixed}
          onLeave={() => open(null)}
        />
      )}
    </article>
  );
}
