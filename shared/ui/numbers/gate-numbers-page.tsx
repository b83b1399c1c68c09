import "../gate/gate.css";
import "./numbers.css";
import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import { gateLogCsv } from "../../domain/gate-log-csv";
import type { GateLogEntry } from "../../domain/gate-log-entry";
import { gateNumbers, teamOf } from "../../domain/gate-numbers";
import { failureText } from "../failure-text";
import type { AlignmentPort, PortFailure } from "../port";
import type { Translate } from "../translate";
import { BarTable } from "./bar-table";
import { WaitNumbersPart } from "./wait-numbers-part";

interface NumbersProps {
  port: AlignmentPort;
  t: Translate;
  /** Whose numbers these are, in a sentence. Default: what the gate did in this browser. */
  whose?: string;
  /** Lets the person save a text as a file. */
  onSave: (name: string, text: string, type: string) => void;
}

const spans = [7, 30, 90] as const;
const dayMs = 24 * 60 * 60_000;

/** What the gate did, per team and never per person, to see whether it protects or delays. */
export function GateNumbersPage({ port, t, whose = t("numbers_whose"), onSave }: NumbersProps) {
  const [days, setDays] = useState<number>(30);
  const [team, setTeam] = useState("");
  const [log, setLog] = useState<readonly GateLogEntry[] | null>(null);
  const [failure, setFailure] = useState<PortFailure | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the person asks.
  useEffect(() => {
    let isCurrent = true;
    void port.readGateLog(Date.now() - days * dayMs).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setLog(read.value);
      setFailure(read.ok ? null : read.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [port, days, round]);
  if (failure !== null)
    return (
      <div className="trouble" role="alert">
        <p>{failureText(t, failure)}</p>
        <Button onClick={() => setRound((it) => it + 1)}>{t("statement_tryAgain")}</Button>
      </div>
    );
  if (log === null) return <p role="status">{t("numbers_reading")}</p>;

  const teams = [...new Set(log.flatMap((it) => teamOf(it) ?? []))].sort();
  const shown = team === "" ? log : log.filter((it) => teamOf(it) === team);
  const numbers = gateNumbers(shown);
  const day = new Date().toISOString().slice(0, 10);
  // A browser's log has nothing of the app inside Jira, nor that of browsers.
  const rings = shown.some(({ ring }) => ring === "server")
    ? (["server"] as const)
    : (["before", "after"] as const);
  return (
    <section className="numbers" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{t("numbers_title")}</h2>
      <p className="gate-quiet">{whose}</p>
      <div className="gate-fixes">
        <span>
          <label htmlFor="numbers-span">{t("numbers_span")}</label>{" "}
          <select id="numbers-span" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {spans.map((it) => (
              <option key={it} value={it}>
                {t("numbers_days", String(it))}
              </option>
            ))}
          </select>
        </span>
        <span>
          <label htmlFor="numbers-team">{t("numbers_team")}</label>{" "}
          <select id="numbers-team" value={team} onChange={(event) => setTeam(event.target.value)}>
            <option value="">{t("numbers_allTeams")}</option>
            {teams.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </span>
      </div>
      <p>{t("numbers_asked", String(numbers.asked))}</p>
      <BarTable
        caption={t("numbers_byVerdict")}
        heads={[t("numbers_verdict"), ...rings.map((it) => t(`numbers_ring_${it}`))]}
        rows={(["allow", "warn", "block", "passed"] as const).map((it) => ({
          name: t(`numbers_verdict_${it}`),
          values: rings.map((ring) => numbers.byRing[ring][it]),
        }))}
      />
      <dl>
        <dt>{t("numbers_latency")}</dt>
        <dd>
          {numbers.medianMs === null || numbers.p95Ms === null
            ? t("numbers_none")
            : t("numbers_ms", String(Math.round(numbers.medianMs)), String(Math.round(numbers.p95Ms)))}
        </dd>
        <dt>{t("numbers_wouldHaveBlocked")}</dt>
        <dd>{numbers.wouldHaveBlocked}</dd>
        <dt>{t("numbers_putBack")}</dt>
        <dd>{numbers.putBack}</dd>
        <dt>{t("numbers_unseen")}</dt>
        <dd>{numbers.unseen}</dd>
      </dl>
      <h3>{t("numbers_overridden")}</h3>
      {numbers.overridden.length === 0 ? (
        <p>{t("numbers_none")}</p>
      ) : (
        <ul>
          {numbers.overridden.map(({ how, reason, count }) => (
            <li key={`${how} ${reason}`}>
              {t(`numbers_how_${how}`, reason || t("numbers_noReason"), String(count))}
            </li>
          ))}
        </ul>
      )}
      <WaitNumbersPart port={port} t={t} />
      <div className="gate-fixes">
        <Button onClick={() => onSave(`plumbline-gate-${day}.csv`, gateLogCsv(shown), "text/csv")}>
          {t("numbers_csv")}
        </Button>
        <Button
          onClick={() =>
            onSave(`plumbline-gate-${day}.json`, JSON.stringify(shown, null, 2), "application/json")
          }
        >
          {t("numbers_json")}
        </Button>
      </div>
    </section>
  );
}
