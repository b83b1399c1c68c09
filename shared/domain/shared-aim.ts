import type { Aim } from "./aim";

/** How the aim of a sheet departs from the shared ones: another text under the same title, or a title that none of them has. */
export type AimDeparture = { kind: "differs"; shared: Aim } | { kind: "not-shared" };

/** Null: the aim is one of the shared, or there is nothing to compare. White space and case of a title make no other aim. */
export function aimDeparture(aim: Aim | null, shared: readonly Aim[]): AimDeparture | null {
  if (aim === null || shared.length === 0) return null;
  const same = shared.find((it) => plain(it.title) === plain(aim.title));
  if (same === undefined) return { kind: "not-shared" };
  const isSame = words(same.definitionOfDone) === words(aim.definitionOfDone);
  return isSame ? null : { kind: "differs", shared: same };
}

const words = (it: string | null): string => (it ?? "").replace(/\s+/g, " ").trim();
const plain = (it: string): string => words(it).toLowerCase();
