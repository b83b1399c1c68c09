import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy, policy, readPolicy, writePolicy } from "../../shared/domain/policy";
import { anyPolicy, anyText } from "./arbitraries";

const block = (json: string) => `# Gate policy\n\n\`\`\`json\n${json}\n\`\`\`\n`;

describe("a policy as a page", () => {
  it("has the defaults where it says nothing", () => {
    expect(policy.parse({})).toEqual(defaultPolicy);
    expect(readPolicy(block("{}"))).toEqual({ kind: "value", value: defaultPolicy });
  });

  it("survives writing and reading", () => {
    fc.assert(
      fc.property(anyPolicy, (it) => {
        expect(policy.parse(it)).toEqual(it);
        expect(readPolicy(writePolicy(it))).toEqual({ kind: "value", value: it });
        expect(readPolicy(writePolicy(it).replaceAll("\n", "\r\n"))).toEqual({ kind: "value", value: it });
      }),
      { numRuns: 1000 },
    );
  });

  it("reads the first block of JSON among other words", () => {
    const page = `Ours:\n\n\`\`\`js\nno()\n\`\`\`\n${block('{"mode": "warn"}')}${block('{"mode": "off"}')}`;
    expect(readPolicy(page)).toEqual({ kind: "value", value: { ...defaultPolicy, mode: "warn" } });
  });

  it.each([
    ["words only", "We sign everything.", 1, "no fenced block"],
    ["an open block", "# P\n```json\n{}", 2, "not closed"],
    ["no JSON", block("{mode}"), 3, "not JSON"],
    ["an unknown mode", block('{"mode": "strict"}'), 3, "mode: "],
    [
      "an unknown function",
      block('{"functions": [{"name": "legal", "signers": []}]}'),
      3,
      "functions.0.name: ",
    ],
    ["no function at all", block('{"functions": []}'), 3, "functions: "],
    ["no object", block("7"), 3, "expected object"],
  ])("says what is wrong: %s", (_, page, line, message) => {
    expect(readPolicy(page)).toEqual({
      kind: "unreadable",
      findings: [{ line, message: expect.stringContaining(message) }],
    });
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, within) => {
        const reading = readPolicy(within ? block(text) : text);
        if (reading.kind === "unreadable") expect(reading.findings.length).toBeGreaterThan(0);
        if (reading.kind === "none") expect(within || text.trim() !== "").toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
