import { invalidInput } from "./linear-error";

const duration =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * The moment that a filter means: an ISO 8601 date and time, a shortened one ("2026"), or a duration from now ("-P2W").
 * UTC ISO string. @throws LinearError where it is none of these.
 */
export function momentOf(text: string, now: Date): string {
  const parts = duration.exec(text);
  if (parts && text.length > 2) {
    const [years, months, weeks, days, hours, minutes, seconds] = parts
      .slice(2)
      .map((part) => Number(part ?? 0) * (parts[1] ? -1 : 1)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const moment = new Date(now);
    moment.setUTCFullYear(moment.getUTCFullYear() + years, moment.getUTCMonth() + months);
    const rest = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
    return new Date(moment.getTime() + rest * 1000).toISOString();
  }
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalidInput(`${text} is not a date, time or duration`);
  return new Date(time).toISOString();
}
