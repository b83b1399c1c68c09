import type { GateLogEntry } from "./gate-log-entry";

const columns = [
  "at",
  "site",
  "ring",
  "issue",
  "sprint",
  "verdict",
  "strict",
  "reasons",
  "why",
  "override",
  "reason",
  "ms",
];

/** The log as CSV (RFC 4180), with UTC ISO moments; nothing in it is taken for a formula where it is opened. */
export function gateLogCsv(log: readonly GateLogEntry[]): string {
  const rows = log.map(({ at, site, ring, issue, sprint, verdict, strict, reasons, why, override, ms }) => [
    ...[new Date(at).toISOString(), site, ring, issue, sprint, verdict, strict],
    ...[reasons.join(" "), why, override?.how ?? null, override?.reason ?? null, String(Math.round(ms))],
  ]);
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: string | null): string {
  const text = value ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
