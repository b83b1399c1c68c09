const format = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });

/** "Nov 21" for a UTC ISO time or a date. */
export function shortDate(iso: string): string {
  return format.format(new Date(iso));
}
