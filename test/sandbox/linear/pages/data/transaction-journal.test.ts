import { IDBFactory } from "fake-indexeddb";
import { expect, it } from "vitest";
import { createJournal } from "./transaction-journal";

it("keeps transactions over a restart, in the order made, until they are removed", async () => {
  const factory = new IDBFactory();
  const late = { id: "b", order: 2, issueId: "i-2", changes: { cycleId: null } };
  const early = { id: "a", order: 1, issueId: "i-1", changes: { stateId: "s", cycleId: "c" } };
  await createJournal("test", factory).add([late, early]);
  const reopened = createJournal("test", factory);
  expect(await reopened.load()).toEqual([early, late]);
  await reopened.remove(["a"]);
  expect(await reopened.load()).toEqual([late]);
});
