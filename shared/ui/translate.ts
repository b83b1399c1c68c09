/** Looks up a sentence of `_locales` by name; `parts` fill its placeholders in order. */
export type Translate = (name: string, ...parts: string[]) => string;
