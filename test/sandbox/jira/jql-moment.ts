const relative = /^([+-]?)(\d+)([mhdw])$/;
const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/;
const unitMilliseconds: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A relative (`-1d`) or absolute (`2026-11-20 09:00`) date of JQL in milliseconds since 1970, UTC; null for what is none. */
export function momentOf(text: string, now: Date): number | null {
  const [, sign, amount, unit] = relative.exec(text) ?? [];
  if (amount !== undefined)
    return now.getTime() + (sign === "-" ? -1 : 1) * Number(amount) * (unitMilliseconds[unit ?? ""] ?? 0);
  const match = absolute.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute));
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? moment.getTime() : null;
}
