const language = () => document.documentElement.lang || undefined;

/** A UTC ISO moment as the person's day. */
export const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString(language(), { dateStyle: "medium" });

/** A UTC ISO moment as the person's day and time of day. */
export const momentOf = (at: string): string =>
  new Date(at).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });

/** A UTC ISO moment as the person's time of day. */
export const timeOf = (at: string): string =>
  new Date(at).toLocaleTimeString(language(), { timeStyle: "short" });
