import { addDays, weekdayOf } from "./calendar-day";
import { utf8Length } from "./utf8-length";

/** A weekly review of a bet, as a calendar keeps it. */
export interface WeeklyReview {
  /** Lasting and unique, so that importing twice gives one event. */
  uid: string;
  title: string;
  /** What to look at, one line each. */
  agenda: readonly string[];
  url: string | null;
  /** On or after this day, `YYYY-MM-DD`. */
  from: string;
  /** Monday is 0. */
  weekday: number;
  /** Wall-clock time wherever the calendar is, `HH:MM`. */
  time: string;
  minutes: number;
  /** The last day on which it takes place; null: until somebody ends it. */
  until: string | null;
  /** When this text is made, a UTC ISO moment. */
  now: string;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The review as the text of an .ics file (RFC 5545). Times float: ten o'clock is ten o'clock wherever the person is. */
export function weeklyReviewIcs(it: WeeklyReview): string {
  const day = addDays(it.from, (it.weekday - weekdayOf(it.from) + 7) % 7);
  const start = `${compact(day)}T${compact(it.time)}00`;
  const until = it.until === null ? "" : `;UNTIL=${compact(it.until)}T235959`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Plumbline//Weekly review//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${escapeText(it.uid)}`,
    `DTSTAMP:${compact(new Date(it.now).toISOString().slice(0, 19))}Z`,
    `DTSTART:${start}`,
    `DURATION:PT${it.minutes}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${weekdays[it.weekday] ?? "MO"}${until}`,
    `SUMMARY:${escapeText(it.title)}`,
    ...(it.agenda.length === 0 ? [] : [`DESCRIPTION:${escapeText(it.agenda.join("\n"))}`]),
    ...(it.url === null ? [] : [`URL:${it.url.replace(/[\s\p{Cc}]/gu, encodeURIComponent)}`]),
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

const compact = (it: string): string => it.replace(/[-:]/g, "");

/** TEXT of RFC 5545, 3.3.11: no control characters but the line break, which is written `\n`. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** Lines of at most 75 octets, further ones indented by one space (3.1); no character is cut. */
function fold(line: string): string {
  const folded: string[] = [];
  let [current, octets] = ["", 0];
  for (const character of line) {
    const size = utf8Length(character);
    if (octets + size > 75) {
      folded.push(current);
      [current, octets] = [" ", 1];
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join("\r\n");
}
