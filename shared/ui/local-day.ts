/** The calendar day where the person is, `YYYY-MM-DD`. */
export const localDay = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((it) => String(it).padStart(2, "0"))
    .join("-");
