import type { Policy } from "./policy";

/** The parts of a policy. */
export const policyParts = [
  "mode",
  "effectiveFrom",
  "issueTypes",
  "exemptLanes",
  "withoutFacts",
  "breakGlass",
  "functions",
  "separationOfDuties",
  "onePersonOneFunction",
  "lanes",
  "waitLimit",
  "commentOnPutBack",
  "statementOn",
  "entersThroughApp",
] as const satisfies readonly (keyof Policy)[];
export type PolicyPart = (typeof policyParts)[number];

/** In which parts two policies differ; one that is left out is as if it were off. */
export const policyChanges = (before: Policy, after: Policy): PolicyPart[] =>
  policyParts.filter((it) => sorted(before[it]) !== sorted(after[it]));

/** JSON whose names are in order; what is not set is nothing. */
const sorted = (value: unknown): string =>
  JSON.stringify(value === undefined || value === false ? null : value, (_, it) =>
    typeof it === "object" && it !== null && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => a.localeCompare(b)))
      : it,
  );
