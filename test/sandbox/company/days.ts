const MILLISECONDS_PER_DAY = 86_400_000;

/** The calendar day `days` after `day` (both `YYYY-MM-DD`, UTC); negative counts back. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * MILLISECONDS_PER_DAY)
    .toISOString()
    .slice(0, 10);
}
