import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSignOff, signOffFunction, writeSignOff } from "../../shared/domain/sign-off";
import { anyText } from "./arbitraries";

const hash = "0123456789abcdef".repeat(4);
const code = `plumbline:sign-off:v1:product:${hash}`;
const found = { function: "product", hash };

describe("a sign-off in a comment", () => {
  it("reads well", () => {
    expect(writeSignOff(found)).toBe(`Signed off the problem statement for product\n\n${code}`);
  });

  it("survives writing and reading, with any words around it", () => {
    const hashes = fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 });
    const words = anyText.filter((it) => !it.includes("plumbline:sign-off"));
    fc.assert(
      fc.property(
        fc.constantFrom(...signOffFunction.options),
        hashes,
        words,
        words,
        (name, digits, before, after) => {
          const signOff = { function: name, hash: digits.join("") };
          expect(readSignOff(`${before}\n${writeSignOff(signOff)}\n${after}`)).toEqual(signOff);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["in backticks", `ok \`${code}\`.`, found],
    ["in bold", `**${code}**`, found],
    ["in a fenced block", `\`\`\`\n${code}\n\`\`\``, found],
    ["twice the same", `${code} ${code}`, found],
    ["for a function that no policy knows", code.replace("product", "legal"), { function: "legal", hash }],
    ["two that differ", `${code}\n${code.replace("product", "engineering")}`, null],
    ["only quoted", `> ${code}\n\nI disagree`, null],
    [
      "quoted above an own one",
      `> ${code}\n\n${code.replace("product", "engineering")}`,
      { function: "engineering", hash },
    ],
    ["cut short", code.slice(0, -1), null],
    ["too long", `${code}0`, null],
    ["of another version", code.replace("v1", "v2"), null],
    ["in capitals", code.replace(hash, hash.toUpperCase()), null],
    ["inside another word", `not-${code}`, null],
    ["without a code", "Signed off the problem statement for product", null],
    ["empty", "", null],
  ])("%s", (_, text, wanted) => {
    expect(readSignOff(text)).toEqual(wanted);
  });
});
