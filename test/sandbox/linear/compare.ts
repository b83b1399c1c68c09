/** Comparators of Linear's filters that hold for a value that is not null; names as in the schema. */
const comparators: Record<string, (actual: unknown, wanted: unknown) => boolean> = {
  eq: (actual, wanted) => actual === wanted,
  neq: (actual, wanted) => actual !== wanted,
  in: (actual, wanted) => listOf(wanted).includes(actual),
  nin: (actual, wanted) => !listOf(wanted).includes(actual),
  gt: (actual, wanted) => order(actual, wanted) > 0,
  gte: (actual, wanted) => order(actual, wanted) >= 0,
  lt: (actual, wanted) => order(actual, wanted) < 0,
  lte: (actual, wanted) => order(actual, wanted) <= 0,
  eqIgnoreCase: (actual, wanted) => lower(actual) === lower(wanted),
  neqIgnoreCase: (actual, wanted) => lower(actual) !== lower(wanted),
  startsWith: (actual, wanted) => String(actual).startsWith(String(wanted)),
  startsWithIgnoreCase: (actual, wanted) => lower(actual).startsWith(lower(wanted)),
  notStartsWith: (actual, wanted) => !String(actual).startsWith(String(wanted)),
  endsWith: (actual, wanted) => String(actual).endsWith(String(wanted)),
  notEndsWith: (actual, wanted) => !String(actual).endsWith(String(wanted)),
  contains: (actual, wanted) => String(actual).includes(String(wanted)),
  notContains: (actual, wanted) => !String(actual).includes(String(wanted)),
  containsIgnoreCase: (actual, wanted) => lower(actual).includes(lower(wanted)),
  notContainsIgnoreCase: (actual, wanted) => !lower(actual).includes(lower(wanted)),
  containsIgnoreCaseAndAccent: (actual, wanted) => plain(actual).includes(plain(wanted)),
};
const negative = new Set(
  ["neq", "nin", "neqIgnoreCase", "notStartsWith", "notEndsWith", "notContains"].concat(
    "notContainsIgnoreCase",
  ),
);

/**
 * Whether a plain value meets every comparator given. What is null meets only `null: true` and the negative
 * comparators (inferred: the documentation says nothing of null there).
 */
export function compare(actual: unknown, comparator: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(comparator).every(([name, wanted]) => {
    if (wanted === undefined) return true;
    if (name === "null") return (actual == null) === wanted;
    if (name === "and") return listOf(wanted).every((one) => compare(actual, one as typeof comparator));
    if (name === "or") return listOf(wanted).some((one) => compare(actual, one as typeof comparator));
    if (name === "eq" && wanted === null) return actual == null;
    if (name === "neq" && wanted === null) return actual != null;
    const holds = comparators[name];
    if (!holds) throw new Error(`No comparator ${name}`);
    return actual == null ? negative.has(name) : holds(actual, wanted);
  });
}

const listOf = (wanted: unknown): readonly unknown[] => (Array.isArray(wanted) ? wanted : []);
const lower = (text: unknown) => String(text).toLowerCase();
const plain = (text: unknown) => lower(text).normalize("NFD").replace(/\p{M}/gu, "");

const order = (actual: unknown, wanted: unknown) =>
  typeof actual === "number" && typeof wanted === "number"
    ? actual - wanted
    : String(actual) < String(wanted)
      ? -1
      : Number(String(actual) > String(wanted));
