import { addDays } from "./calendar-day";

/** The day that a new stage gate gets, two weeks on. `today` is `YYYY-MM-DD`. */
export const defaultGateDay = (today: string): string => addDays(today, 14);
