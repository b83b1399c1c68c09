import fc from "fast-check";
import { expect, it } from "vitest";
import { remountKey } from "./remount-key";

it("changes for every row exactly once in three deltas, and tells rows apart", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(1_000), (id, delta) => {
      const keys = [0, 1, 2, 3].map((later) => remountKey(id, delta + later));
      expect(new Set(keys).size).toBe(2);
      expect(keys.every((key) => key.startsWith(id))).toBe(true);
    }),
  );
});
