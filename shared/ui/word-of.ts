/** A name as a part of a name in `_locales`, which allow no hyphen. */
export const wordOf = (name: string): string => name.replaceAll("-", "_");
