import type { Span } from "./timeline-rows";

const dayMs = 86_400_000;
const pixelsPerDay = 7;

export interface TimeScale {
  /** CSS px of the whole. */
  width: number;
  months: { label: string; left: number; width: number }[];
  /** CSS px from the left edge to a UTC ISO date or time. */
  leftOf: (iso: string) => number;
}

const name = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** A scale of whole months around a span: from the month before it to the month after it. */
export function timeScale({ from, to }: Span): TimeScale {
  const [first, last] = [new Date(from), new Date(to)];
  const monthAt = (offset: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + offset, 1);
  const start = monthAt(-1);
  const leftOf = (time: number) => ((time - start) / dayMs) * pixelsPerDay;
  const count =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 3;
  const months = Array.from({ length: count }, (_, index) => {
    const left = leftOf(monthAt(index - 1));
    return { label: name.format(monthAt(index - 1)), left, width: leftOf(monthAt(index)) - left };
  });
  return { width: leftOf(monthAt(count - 1)), months, leftOf: (iso) => leftOf(Date.parse(iso)) };
}
