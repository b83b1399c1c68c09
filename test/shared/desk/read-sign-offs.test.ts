import { describe, expect, it } from "vitest";
import { readSignOffs } from "../../../shared/desk/read-sign-offs";
import { statementHash } from "../../../shared/domain/canonical";
import { roomFor } from "../../../shared/domain/limits";
import { defaultPolicy } from "../../../shared/domain/policy";
import { err, ok } from "../../../shared/domain/result";
import { noMembers } from "../../../shared/domain/signers";
import type { Statement } from "../../../shared/domain/statement";
import type { Evidence } from "../../../shared/domain/statement-evidence";
import { writeFailure } from "../../../shared/outbox/outbox-sender";
import type { WritePort } from "../../../shared/tracker/write-port";
import { aStatement, aWorkItem } from "../../domain/builders";

const { signal } = new AbortController();
const now = aStatement({ cost: "90,000 EUR a month" });
const once = aStatement({ cost: "40,000 EUR a month" });
const at = "2026-11-20T09:00:00.000Z";
const raj = { id: "raj", name: "Raj", kind: "person" } as const;
const signedOnce: Evidence["signatures"] = [
  {
    ...{ act: "sign-off", function: "product", object: "7", hash: statementHash(once) },
    ...{ author: raj, createdAt: at, editedAt: null, edited: "no" },
  },
];

/** A tracker that answers with this evidence and these earlier texts. */
function tracker(
  evidence: Evidence,
  texts: Statement[] | "out",
  writers: string[] = [],
): { port: WritePort; asked: string[] } {
  const asked: string[] = [];
  const unasked = () => Promise.reject(new Error("not expected"));
  const port: WritePort = {
    senderOf: () => undefined,
    readPart: unasked,
    readFields: unasked,
    roomOf: (kind) => roomFor("jira-property", kind),
    readBelow: unasked,
    readAims: unasked,
    readPolicy: unasked,
    readEvidence: async () => ok(evidence),
    readTexts: async (object, part) => {
      asked.push(`${part} of ${object}`);
      if (texts === "out") return err(writeFailure("server"));
      return ok(texts.map((value) => ({ value, at, by: ["raj"] })));
    },
    readWriters: async () => ok(new Map([["7", writers]])),
    readMembers: async () => ok(noMembers),
    readMe: async () => ok("lena"),
    findPeople: unasked,
    findGroups: unasked,
    readNames: async () => ok({}),
  };
  return { port, asked };
}
const read = async (port: WritePort) => {
  const view = await readSignOffs(
    ...([port, "ATL", aWorkItem({ id: "7" }), now, defaultPolicy, () => Date.parse(at), signal] as const),
  );
  return view.ok ? view.value : view.error;
};

describe("who wrote it", () => {
  const signed: Evidence["signatures"] = signedOnce.map((it) => ({ ...it, hash: statementHash(now) }));
  const ask = (by: string | null, author: string | null) => ({
    ...{ hash: statementHash(now), at, by, statement: { ...now, author } },
  });

  it.each([
    ["the tracker names them", ["raj"], []],
    ["they called themselves the author when they asked for signatures", [], [ask("raj", "raj")]],
  ])("has not signed where %s, though the statement names another", async (_, writers, asks) => {
    const { port } = tracker({ signatures: signed, asks }, "out", writers);
    expect(await read(port)).toMatchObject({
      standing: "unsigned",
      functions: [{ signedBy: null, refused: [{ by: raj, reason: "own-statement" }] }],
    });
  });

  it.each([
    ["they only asked", ask("raj", "tom")],
    ["an app or somebody else's hand made them the author", ask(null, "raj")],
    ["somebody else called them the author", ask("tom", "raj")],
  ])("is nobody for it that %s", async (_, asked) => {
    const { port } = tracker({ signatures: signed, asks: [asked] }, "out");
    expect(await read(port)).toMatchObject({ standing: "signed", functions: [{ signedBy: { id: "raj" } }] });
  });

  it("is told that they cannot sign", async () => {
    const of = async (writers: string[]) => read(tracker({ signatures: [], asks: [] }, "out", writers).port);
    expect(await of(["lena"])).toMatchObject({ isOwn: true });
    expect(await of(["raj"])).toMatchObject({ isOwn: false });
  });
});

describe("what changed since it was signed", () => {
  const cost = { part: "cost", before: once.cost, after: now.cost };

  it("is found in the comment that asked, without a further call", async () => {
    const asks = [{ hash: statementHash(once), at, by: "tom", statement: once }];
    const { port, asked } = tracker({ signatures: signedOnce, asks }, "out");
    expect(await read(port)).toMatchObject({ standing: "stale", changed: { signedBy: raj, parts: [cost] } });
    expect(asked).toEqual([]);
  });

  it("is found in what the tracker keeps, where nobody asked", async () => {
    const { port, asked } = tracker({ signatures: signedOnce, asks: [] }, [aStatement(), once, now]);
    expect(await read(port)).toMatchObject({ standing: "stale", changed: { signedBy: raj, parts: [cost] } });
    expect(asked).toEqual(["statement of 7"]);
  });

  it.each([
    ["the tracker keeps it no more", [aStatement()]],
    ["the tracker does not answer", "out" as const],
    ["somebody made up a text", [{ ...once, cost: "made up" }]],
  ])("is unknown where %s, and the rest is shown", async (_, texts) => {
    const { port } = tracker({ signatures: signedOnce, asks: [] }, texts);
    expect(await read(port)).toMatchObject({ standing: "stale", changed: { signedBy: raj, parts: null } });
  });

  it("is not looked for where nothing has changed", async () => {
    const { port, asked } = tracker({ signatures: [], asks: [] }, "out");
    expect(await read(port)).toMatchObject({ standing: "unsigned", changed: null });
    expect(asked).toEqual([]);
  });
});
