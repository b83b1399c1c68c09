import fc from "fast-check";
import type { Policy } from "../../shared/domain/policy";
import type { Sheet } from "../../shared/domain/sheet";
import type { Statement } from "../../shared/domain/statement";
import { line, text } from "../../shared/domain/text";

// biome-ignore format: one fragment a line would hide the rest
const fragments = [
  "# ", "## Aim", "### Risks", "## Problem", "# Author\n", "* ", "- ", "+ ", "1. ", "12) ", "-", "**", "__", "*", "_", "\\",
  "`", "```", "~~~", "~~", "|", "<", ">", "&amp;", "&", "---", "***", "===", "\n", "\n\n", "  ", "\t", "\u00a0",
  "Done when: x", "**Done when:** x", "**Owner:** y", "State: z", "Rule:", "One-way door: ", "**One-way door:** ", "one-way door :",
  "We believe ", " will move ", " because ", "proxy: ", " up from 1 to 2, in ", " down", ", in ", "-5", "61 %", "naïve", "e\u0301",
  "https://a.example/b_c_(d)?e=1&f=2", "<https://a.example>", "[a](https://a.example)", "[https://a.example](https://a.example)",
  "x_y_z", "_x_", "😀", "\u202e", "\u200b", "\r\n", "\u2028", "\ud800", "\u0007", "because", ".", ":",
] as const;

/** Raw text of every kind, with what Markdown and our own page cares about far more often than chance. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 6 })), { maxLength: 14 })
    .map((parts) => parts.join("")),
);

const valid = (schema: typeof text) =>
  anyText
    .map((raw) => schema.safeParse(raw))
    .filter((it) => it.success)
    .map((it) => schema.parse(it.data));

/** Text and a line as the schemas leave them. */
export const aText = valid(text);
export const aLine = valid(line);

const orNull = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null });
const some = <T>(it: fc.Arbitrary<T>) => fc.array(it, { maxLength: 4 });
const amount = fc.double({ noNaN: true, noDefaultInfinity: true }).map((it) => it + 0);
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

/** Any sheet that the schema accepts. */
export const anySheet: fc.Arbitrary<Sheet> = fc.record({
  state: fc.constantFrom("draft", "active", "changed", "stopped", "achieved"),
  version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  aim: orNull(fc.record({ title: aLine, definitionOfDone: orNull(aText) })),
  mechanism: orNull(fc.record({ lever: aLine, metric: aLine, reason: aLine })),
  signals: some(
    fc.record({
      kind: fc.constantFrom("proxy", "outcome"),
      name: aLine,
      unit: orNull(aLine),
      baseline: orNull(amount),
      target: orNull(amount),
      direction: fc.constantFrom("up", "down"),
    }),
  ),
  stageGate: orNull(fc.record({ date: day, rule: aText })),
  guardrail: orNull(fc.record({ sli: aLine, threshold: aLine })),
  owner: orNull(aLine),
  cadence: orNull(aLine),
  rightToWin: orNull(aText),
  risks: some(fc.record({ text: aText, oneWayDoor: fc.boolean() })),
  assumptions: some(aText),
  nonGoals: some(aText),
});

/** Any statement that the schema accepts. */
export const anyStatement: fc.Arbitrary<Statement> = fc.record({
  who: orNull(aText),
  problem: orNull(aText),
  evidence: some(aText),
  cost: orNull(aText),
  successSignal: orNull(aText),
  workaround: orNull(aText),
  nonGoals: some(aText),
  author: orNull(aLine),
});

const functionName = fc.constantFrom("product", "engineering", "go-to-market");

/** Any policy that the schema accepts. */
export const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  mode: fc.constantFrom("off", "observe", "warn", "block"),
  effectiveFrom: fc.constantFrom(null, "2026-11-20", "2027-01-01"),
  issueTypes: fc.record({ only: some(anyText), except: some(anyText) }),
  exemptLanes: fc.subarray(["incident", "bug", "upkeep", "spike"]),
  withoutFacts: fc.constantFrom("allow-and-flag", "block"),
  breakGlass: fc.record({
    allowed: fc.boolean(),
    people: some(anyText),
    reasonRequired: fc.boolean(),
    expiryHours: fc.integer({ min: 1, max: 2160 }),
  }),
  functions: fc.array(fc.record({ name: functionName, signers: some(anyText) }), {
    minLength: 1,
    maxLength: 3,
  }),
  separationOfDuties: fc.boolean(),
  lanes: fc.record({
    byType: fc.dictionary(
      anyText.filter((it) => it !== "__proto__"),
      fc.constantFrom("incident", "bug", "upkeep", "spike"),
      { noNullPrototype: true },
    ),
  }),
});
