import { describe, expect, it } from "vitest";
import { readTexts } from "../../../shared/desk/read-texts";
import { err, ok } from "../../../shared/domain/result";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { WritePort } from "../../../shared/tracker/write-port";
import { aSheet } from "../../domain/builders";

const { signal } = new AbortController();
const at = "2026-11-20T09:00:00.000Z";
const texts = [
  { value: aSheet(), at, by: ["ana", "gone"] },
  { value: "by hand", at, by: ["ana"] },
];
const port = (over: Pick<WritePort, "readNames"> & Partial<WritePort>) =>
  ({ readTexts: async () => ok(texts), ...over }) as WritePort;

describe("the earlier texts of a page", () => {
  it("come with the names of who may be seen, asked for once each", async () => {
    const asked: string[][] = [];
    const readNames: WritePort["readNames"] = async (people) => {
      asked.push([...people]);
      return ok({ ana: "Ana Ruiz" });
    };
    expect(await readTexts(port({ readNames }), "7", "sheet", signal)).toEqual(
      ok([
        { value: aSheet(), at, by: ["Ana Ruiz"] },
        { value: "unreadable", at, by: ["Ana Ruiz"] },
      ]),
    );
    expect(asked).toEqual([["ana", "gone"]]);
  });

  it("come without names where those cannot be read, and not at all where the texts cannot", async () => {
    const readNames = async () => err(writeFailure("forbidden"));
    const found = await readTexts(port({ readNames }), "7", "sheet", signal);
    expect(found.ok && found.value.map(({ by }) => by)).toEqual([[], []]);
    const out = { readNames, readTexts: async () => err(writeFailure("server")) };
    expect(await readTexts(port(out), "7", "sheet", signal)).toEqual(err(writeFailure("server")));
  });
});
