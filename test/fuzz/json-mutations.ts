import fc from "fast-check";
import { evilTexts } from "./evil-texts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const operations = [
  "drop",
  "duplicate",
  "retype",
  "nest",
  "swap",
  "huge",
  "text",
  "poison",
  "rename",
  "mix",
] as const;

export interface JsonMutation {
  operation: (typeof operations)[number];
  /** Which place of the value, and which second place or junk; taken modulo how many there are. */
  at: number;
  with: number;
}

/** A few changes to a value of any shape. */
export const jsonMutations = (most = 5): fc.Arbitrary<JsonMutation[]> =>
  fc.array(
    fc.record({ operation: fc.constantFrom(...operations), at: fc.nat(100_000), with: fc.nat(100_000) }),
    { minLength: 1, maxLength: most },
  );

interface Place {
  parent: Json[] | { [name: string]: Json };
  name: string;
}

const junk: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  -0,
  1e308,
  2 ** 53,
  "",
  "0",
  "null",
  [],
  {},
  [[]],
  [null],
  { kind: "value" },
  { kind: "value", value: null },
  { nodes: [] },
  { nodes: null },
  { toString: 1 },
  { length: -1 },
];
const names = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "toJSON",
  "then",
  "length",
  "",
  "0",
  "hasOwnProperty",
];

/** The value with these changes, as JSON text would carry it: `__proto__` is a name like any other in it. */
export function mutated(value: Json, mutations: readonly JsonMutation[]): Json {
  const root: { value: Json } = { value: structuredClone(value) };
  for (const mutation of mutations) apply(root, mutation);
  return root.value;
}

function apply(root: { value: Json }, { operation, at, with: other }: JsonMutation): void {
  const places = placesIn(root);
  const place = pick(places, at);
  const { parent, name } = place;
  const old = read(place);
  switch (operation) {
    case "drop":
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else if (parent === root) write(place, null);
      else delete parent[name];
      break;
    case "duplicate":
      if (Array.isArray(parent)) parent.splice(Number(name), 0, structuredClone(old));
      else write({ parent, name: parent === root ? name : pick(names, other) }, structuredClone(old));
      break;
    case "retype":
      write(place, structuredClone(pick(junk, other)));
      break;
    case "nest":
      write(place, nested(old, other));
      break;
    case "swap": {
      const second = pick(places, other);
      const kept = read(second);
      // One inside the other would make a circle, which no JSON has.
      write(second, structuredClone(old));
      write(place, structuredClone(kept));
      break;
    }
    case "huge":
      write(place, huge(old, other));
      break;
    case "text":
      write(place, pick(evilTexts, other));
      break;
    case "poison":
      write(
        {
          parent: typeof old === "object" && old !== null && !Array.isArray(old) ? old : parent,
          name: Array.isArray(parent) ? name : pick(names, other),
        },
        { polluted: true, kind: "value", length: 3 },
      );
      break;
    case "rename":
      if (Array.isArray(parent) || parent === root) break;
      delete parent[name];
      write({ parent, name: pick(names, other) }, old);
      break;
    case "mix":
      write(
        place,
        typeof old === "string" ? `${old}${pick(evilTexts, other)}${old}` : [old, structuredClone(old)],
      );
      break;
  }
}

function nested(value: Json, how: number): Json {
  let it: Json = value;
  const levels = [1, 2, 5, 400][how % 4] ?? 1;
  for (let level = 0; level < levels; level++) it = how % 8 < 4 ? [it] : { value: it };
  return it;
}

function huge(value: Json, how: number): Json {
  const times = [10, 100, 1_000][how % 3] ?? 10;
  if (typeof value === "string") return value.repeat(times).slice(0, 10_000);
  if (typeof value === "number") return value * 1e300;
  const size = Math.max(1, JSON.stringify(value).length);
  return Array.from({ length: Math.min(times, Math.ceil(10_000 / size)) }, () => structuredClone(value));
}

/** Every place in the value, its whole included. */
function placesIn(root: { value: Json }): Place[] {
  const places: Place[] = [];
  const open: Json[] = [root];
  for (let it = open.pop(); it !== undefined; it = open.pop()) {
    if (typeof it !== "object" || it === null) continue;
    for (const name of Object.keys(it)) {
      const place = { parent: it, name };
      places.push(place);
      open.push(read(place));
    }
  }
  return places;
}

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const read = ({ parent, name }: Place): Json => Object.getOwnPropertyDescriptor(parent, name)?.value ?? null;
function write({ parent, name }: Place, value: Json): void {
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
}
