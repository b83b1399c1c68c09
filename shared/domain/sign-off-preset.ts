import type { Policy, RequiredFunction } from "./policy";
import type { SignOffFunction } from "./sign-off";

/** Ready-made answers to "who signs". */
export const signOffPresets = ["one-other-person", "product", "council-of-three"] as const;
export type SignOffPreset = (typeof signOffPresets)[number];

/** The part of a policy that a preset sets. */
export type SignOffRules = Pick<Policy, "functions" | "separationOfDuties" | "onePersonOneFunction">;

const functionsOf: Record<SignOffPreset, readonly SignOffFunction[]> = {
  "one-other-person": ["product"],
  product: ["product"],
  "council-of-three": ["product", "engineering", "go-to-market"],
};

/** What a preset sets; people already named for a function keep it, except where anybody else may sign. */
export function rulesOfPreset(preset: SignOffPreset, current: readonly RequiredFunction[]): SignOffRules {
  const functions = functionsOf[preset].map(
    (name): RequiredFunction =>
      (preset !== "one-other-person" && current.find((it) => it.name === name)) || { name, signers: [] },
  );
  return { functions, separationOfDuties: true, onePersonOneFunction: preset === "council-of-three" };
}

/** The preset that a policy amounts to; null where people chose something of their own. */
export function presetOf(rules: SignOffRules): SignOffPreset | null {
  const names = rules.functions.map(({ name }) => name);
  const [first] = rules.functions;
  if (first === undefined || !rules.separationOfDuties) return null;
  if (names.length === 3 && functionsOf["council-of-three"].every((it) => names.includes(it)))
    return rules.onePersonOneFunction ? "council-of-three" : null;
  if (names.length !== 1 || first.name !== "product") return null;
  const named = [first.signers, first.groups ?? [], first.roles ?? []].some((it) => it.length > 0);
  return named ? "product" : "one-other-person";
}
