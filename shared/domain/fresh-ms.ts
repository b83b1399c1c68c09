/** Read within this time, a fact stands unchecked. */
export const freshMs = 60_000;
