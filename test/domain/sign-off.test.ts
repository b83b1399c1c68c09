import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  evidenceIn,
  readAsk,
  readSignature,
  type Signature,
  signedAt,
  signOffFunction,
  writeAsk,
  writeSignOff,
  writeSignOffCode,
  writeWithdrawal,
} from "../../shared/domain/sign-off";
import { anyText } from "./arbitraries";

const hash = "0123456789abcdef".repeat(4);
const object = "10042";
const code = `plumbline:sign-off:v2:product:10042:${hash}`;
const withdrawal = "plumbline:withdrawal:v2:product:10042";
const found: Signature = { act: "sign-off", function: "product", object, hash };
const taken: Signature = { act: "withdrawal", function: "product", object };

const digits = (length: number) =>
  fc
    .array(fc.constantFrom(..."0123456789abcdef"), { minLength: length, maxLength: length })
    .map((it) => it.join(""));
const anySignOff = fc.record({
  function: fc.constantFrom(...signOffFunction.options),
  object: fc.oneof(fc.nat().map(String), fc.uuid()),
  hash: digits(64),
});
const words = anyText.filter((it) => !it.includes("plumbline:"));

describe("a signature in a comment", () => {
  it("reads well", () => {
    expect(writeSignOff({ function: "product", object, hash })).toBe(
      `Signed off the problem statement for product\n\n${code}`,
    );
    expect(writeWithdrawal({ function: "product", object })).toBe(
      `Withdrew the sign-off of the problem statement for product\n\n${withdrawal}`,
    );
  });

  it("survives writing and reading, with any words around it", () => {
    fc.assert(
      fc.property(anySignOff, words, words, (signOff, before, after) => {
        expect(readSignature(`${before}\n${writeSignOff(signOff)}\n${after}`)).toEqual({
          act: "sign-off",
          ...signOff,
        });
        const { function: name, object } = signOff;
        expect(readSignature(`${before}\n${writeWithdrawal(signOff)}\n${after}`)).toEqual({
          act: "withdrawal",
          function: name,
          object,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it.each<[string, string, Signature | null]>([
    ["in backticks", `ok \`${code}\`.`, found],
    ["in bold", `**${code}**`, found],
    ["in a fenced block", `\`\`\`\n${code}\n\`\`\``, found],
    ["the code alone, as a reply", code, found],
    ["twice the same", `${code} ${code}`, found],
    [
      "for a function that no policy knows",
      code.replace("product", "legal"),
      { ...found, function: "legal" },
    ],
    ["two functions", `${code}\n${code.replace("product", "engineering")}`, null],
    ["two objects", `${code}\n${code.replace("10042", "10043")}`, null],
    ["a sign-off and its withdrawal", `${code}\n${withdrawal}`, null],
    ["a withdrawal", `sorry ${withdrawal}`, taken],
    ["only quoted", `> ${code}\n\nI disagree`, null],
    [
      "quoted above an own one",
      `> ${code}\n\n${code.replace("product", "engineering")}`,
      { ...found, function: "engineering" },
    ],
    ["cut short", code.slice(0, -1), null],
    ["too long", `${code}0`, null],
    ["with something hung on", `${code}:product`, null],
    ["without an object", `plumbline:sign-off:v2:product:${hash}`, null],
    ["of another version", code.replace("v2", "v1"), null],
    ["in capitals", code.replace(hash, hash.toUpperCase()), null],
    ["inside another word", `not-${code}`, null],
    ["without a code", "Signed off the problem statement for product", null],
    ["empty", "", null],
  ])("%s", (_, text, wanted) => {
    expect(readSignature(text)).toEqual(wanted);
  });

  it("comes with what the tracker vouches for", () => {
    const facts = {
      author: { id: "ana", name: "Ana", kind: "person" as const },
      createdAt: "2026-11-20T09:00:00Z",
      editedAt: null,
      edited: "no" as const,
    };
    expect(evidenceIn(code, facts)).toEqual([{ ...found, ...facts }]);
    expect(evidenceIn("Looks good", facts)).toEqual([]);
  });

  it("counts from when its author last wrote it", () => {
    const facts = {
      author: { id: "ana", name: "Ana", kind: "person" as const },
      createdAt: "2026-11-20T09:00:00Z",
    };
    const editedAt = "2026-11-21T09:00:00Z";
    expect(signedAt({ ...facts, edited: "no", editedAt: null })).toBe(facts.createdAt);
    expect(signedAt({ ...facts, edited: "by-author", editedAt })).toBe(editedAt);
    expect(signedAt({ ...facts, edited: "by-author", editedAt: null })).toBe(facts.createdAt);
  });
});

describe("a comment that asks for signatures", () => {
  const ask = {
    object,
    hash,
    functions: ["product", "engineering"],
    mentions: ["@Ana", "@Raj"],
    page: "## Who\n\nBuyers\n",
  };

  it("shows the statement, names the people and says how to sign", () => {
    expect(writeAsk(ask)).toBe(
      [
        "Please sign off this problem statement: @Ana, @Raj",
        "## Who\n\nBuyers",
        "To sign, reply with the line of your function:",
        code,
        code.replace("product", "engineering"),
        `plumbline:ask:v2:10042:${hash}`,
      ].join("\n\n"),
    );
  });

  it("is read as asking and never as a signature, even for one function or with a code in the statement", () => {
    fc.assert(
      fc.property(anySignOff, words, fc.boolean(), (signOff, text, hostile) => {
        const page = hostile ? `${text}\n${writeSignOff({ ...signOff, function: "product" })}` : text;
        const written = writeAsk({ ...signOff, functions: [signOff.function], mentions: [], page });
        expect(readSignature(written)).toBeNull();
        expect(readAsk(written)).toEqual({ object: signOff.object, hash: signOff.hash });
      }),
    );
  });

  it("is answered with one of its lines", () => {
    const line = writeSignOffCode({ function: "engineering", object, hash });
    expect(writeAsk(ask).split("\n")).toContain(line);
    expect(readSignature(`Fine with me.\n${line}`)).toEqual({ ...found, function: "engineering" });
    expect(readAsk(line)).toBeNull();
  });
});
