import { expect, it } from "vitest";
import { formOfStatement } from "../../../../shared/domain/statement-form";
import { moveDraft } from "../../../../shared/ui/statement/move-draft";
import { aStatement } from "../../../domain/builders";
import { fakePort } from "../fake-port";

const form = formOfStatement(aStatement());
const draft = { form, base: { version: "v1", value: aStatement() }, after: "earlier" };

/** Somebody was writing on ticket 9, which is linked to bet 7. */
function host() {
  const port = fakePort();
  port.drafts.set("9 statement", draft);
  return port;
}

it("takes what was being written along, over what stands there: nothing", async () => {
  const port = host();
  port.standing.set("7 statement", { version: "v7", value: null, raw: null });
  await moveDraft(port, "9", "7");
  expect(Object.fromEntries(port.drafts)).toEqual({
    "7 statement": { form, base: { version: "v7", value: null }, after: null },
  });
});

it.each<[string, (port: ReturnType<typeof host>) => void]>([
  ["somebody is writing there", (port) => port.drafts.set("7 statement", "theirs")],
  [
    "something stands there",
    (port) => port.standing.set("7 statement", { version: "v7", value: aStatement(), raw: aStatement() }),
  ],
  [
    "something that is no statement stands there",
    (port) => port.standing.set("7 statement", { version: "v7", value: "unreadable", raw: "by hand" }),
  ],
  [
    "the tracker does not say",
    (port) => Object.assign(port, { failure: { kind: "offline", message: null } }),
  ],
])("leaves it where it is where %s", async (_, arrange) => {
  const port = host();
  arrange(port);
  const before = Object.fromEntries(port.drafts);
  await moveDraft(port, "9", "7");
  expect(Object.fromEntries(port.drafts)).toEqual(before);
});

it.each([
  ["nothing", undefined],
  ["what an older version kept", { text: "x" }],
])("moves nothing where there is %s", async (_, kept) => {
  const port = fakePort();
  if (kept !== undefined) port.drafts.set("9 statement", kept);
  await moveDraft(port, "9", "7");
  expect(port.drafts.has("7 statement")).toBe(false);
});
