import { expect, it } from "vitest";
import { mechanismSentence } from "../../shared/domain/mechanism-sentence";

it("says the mechanism in one sentence", () => {
  expect(mechanismSentence({ lever: "guest checkout", metric: "orders", reason: "people leave" })).toBe(
    "We believe guest checkout will move orders because people leave",
  );
});
