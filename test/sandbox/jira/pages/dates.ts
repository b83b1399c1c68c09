const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (iso: string): string => formatter.format(new Date(iso));
};

/** "24 Nov" of a UTC ISO time or date. */
export const shortDate = format({ day: "numeric", month: "short" });
/** "24 November 2026 at 09:30" of a UTC ISO time. */
export const longDate = format({ dateStyle: "long", timeStyle: "short" });
