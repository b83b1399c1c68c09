import { z } from "zod";
import { policy } from "../../../shared/domain/policy";
import { getKept, keepForGood } from "./kept";
import { notePerson } from "./people";

const key = "settings";

/** What administrators set for the whole site. */
export const settings = z.object({
  /** Holds where a project has no policy of its own; null: there nothing is kept out. */
  policy: policy.nullable(),
});
export type Settings = z.infer<typeof settings>;

export const readSettings = async (): Promise<Settings> => (await getKept(key, settings)) ?? { policy: null };

/** `now` in milliseconds since 1970. */
export async function keepSettings(it: Settings, now: number): Promise<void> {
  for (const person of peopleIn(it)) await notePerson(person, now);
  await keepForGood(key, it);
}

/** Takes people out of what is set. A function that then names nobody keeps the empty name, so that not everybody may sign for it. */
export async function forgetInSettings(people: ReadonlySet<string>): Promise<void> {
  const { policy } = await readSettings();
  if (policy === null || !peopleIn({ policy }).some((it) => people.has(it))) return;
  const left = (all: readonly string[]) => all.map((it) => (people.has(it) ? "" : it));
  const functions = policy.functions.map((it) => ({
    ...it,
    signers: left(it.signers),
    ...(it.standIns && { standIns: left(it.standIns) }),
    ...(it.formerSigners && { formerSigners: left(it.formerSigners) }),
  }));
  const breakGlass = { ...policy.breakGlass, people: left(policy.breakGlass.people) };
  await keepForGood(key, { policy: { ...policy, functions, breakGlass } });
}

/** Whose account ids are kept here. */
export const peopleInSettings = async (): Promise<string[]> => peopleIn(await readSettings());

const peopleIn = ({ policy }: Settings): string[] => [
  ...new Set([
    ...(policy?.functions ?? []).flatMap(({ signers, standIns = [], formerSigners = [] }) => [
      ...[...signers, ...standIns, ...formerSigners],
    ]),
    ...(policy?.breakGlass.people ?? []),
  ]),
];
