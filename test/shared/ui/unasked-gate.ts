import type { GatePort } from "../../../shared/ui/gate/gate-port";

const unasked = (name: string) => () => Promise.reject(new Error(`the test does not expect ${name}`));

/** A host that nobody asks about the gate. */
export const unaskedGate: GatePort = {
  judgeEntries: unasked("judgeEntries"),
  enterSprints: unasked("enterSprints"),
  noteOverrides: unasked("noteOverrides"),
  readSprints: unasked("readSprints"),
  readPolicy: unasked("readPolicy"),
  makePolicyPlace: unasked("makePolicyPlace"),
  findPeople: unasked("findPeople"),
  findGroups: unasked("findGroups"),
  readNames: unasked("readNames"),
  keepOwnPolicy: unasked("keepOwnPolicy"),
  readGateLog: unasked("readGateLog"),
  measureWaits: unasked("measureWaits"),
};
