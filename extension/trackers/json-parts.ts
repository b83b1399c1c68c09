/** The value of JSON text; undefined: it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export const isRecord = (it: unknown): it is Record<string, unknown> =>
  typeof it === "object" && it !== null && !Array.isArray(it);

/** What an object has of its own: the text of a request must not reach what every object has. */
export const own = (from: unknown, name: string): unknown =>
  isRecord(from) && Object.hasOwn(from, name) ? from[name] : undefined;

/** A non-empty string, or null. */
export const text = (it: unknown): string | null => (typeof it === "string" && it !== "" ? it : null);

export const listOf = (it: unknown): unknown[] => (Array.isArray(it) ? it : []);
export const entriesOf = (it: unknown): [string, unknown][] => (isRecord(it) ? Object.entries(it) : []);
