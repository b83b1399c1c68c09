import { expect, it } from "vitest";
import type { Aim } from "../../shared/domain/aim";
import { aimDeparture } from "../../shared/domain/shared-aim";

const dispatch: Aim = { title: "Same-day dispatch", definitionOfDone: "95 % leave the same day" };
const bills: Aim = { title: "Freight bills right", definitionOfDone: null };

it.each<[string, Aim | null, Aim[], ReturnType<typeof aimDeparture>]>([
  ["nothing, without an aim", null, [dispatch], null],
  ["nothing, where no list is kept", dispatch, [], null],
  ["nothing, where it is one of the shared", { ...dispatch }, [bills, dispatch], null],
  [
    "nothing, where only white space or the case of its title differ",
    { title: "same-day  DISPATCH", definitionOfDone: "95 % leave\nthe same day" },
    [dispatch],
    null,
  ],
  [
    "another test of done",
    { ...dispatch, definitionOfDone: "90 % leave" },
    [dispatch],
    { kind: "differs", shared: dispatch },
  ],
  [
    "a test of done where the shared has none",
    { ...bills, definitionOfDone: "None in dispute" },
    [bills],
    { kind: "differs", shared: bills },
  ],
  [
    "no test of done where the shared has one",
    { ...dispatch, definitionOfDone: null },
    [dispatch],
    { kind: "differs", shared: dispatch },
  ],
  [
    "an aim that is not shared",
    { title: "Live in a week", definitionOfDone: null },
    [dispatch],
    { kind: "not-shared" },
  ],
])("the aim of a sheet departs from the shared ones by %s", (_, aim, shared, expected) => {
  expect(aimDeparture(aim, shared)).toEqual(expected);
});
