import fc from "fast-check";
import { expect, it } from "vitest";
import { readSheet, readStatement, writeSheet, writeStatement } from "../../shared/domain/markdown";
import { defaultPolicy, readPolicy, writePolicy } from "../../shared/domain/policy";
import type { Reading } from "../../shared/domain/result";
import { readSignature, writeSignOff, writeWithdrawal } from "../../shared/domain/sign-off";
import { standingOf } from "../../shared/domain/standing";
import { seedCompany } from "../sandbox/company/seed";
import { fuzz } from "./fuzz";
import { edited, textEdits } from "./text-edits";

const company = seedCompany({ today: "2026-11-20" });
const sheets = company.bets.flatMap(({ sheet }) => sheet ?? []).map(writeSheet);
const statements = company.bets.flatMap(({ statement }) => statement ?? []).map(writeStatement);

const oneOf = (pages: readonly string[]) =>
  fc.tuple(fc.constantFrom(...pages), textEdits).map(([page, edits]) => edited(page, edits));

/** A reading that is no value says what is wrong and where; a value is written as it was read. */
function expectReading<T>(
  page: string,
  read: (page: string) => Reading<T>,
  write: (value: T) => string,
): void {
  const reading = read(page);
  const lines = page.split(/\r\n?|\n/).length;
  if (reading.kind === "unreadable") {
    expect(reading.findings.length).toBeGreaterThan(0);
    for (const { line, message } of reading.findings) {
      if (line < 1 || line > lines || message === "") throw new Error(`line ${line} of ${lines}: ${message}`);
    }
  }
  if (reading.kind === "value") expect(read(write(reading.value))).toEqual(reading);
}

it("a sheet that hands have edited is read or its faults are named by line", async () => {
  await fuzz(20, oneOf(sheets), (page) => expectReading(page, readSheet, writeSheet));
});

it("a statement that hands have edited is read or its faults are named by line", async () => {
  await fuzz(14, oneOf(statements), (page) => {
    expectReading(page, readStatement, writeStatement);
    standingOf({ id: "10001", statement: readStatement(page) }, [], defaultPolicy);
  });
});

it("a policy that hands have edited is read or its faults are named by line", async () => {
  await fuzz(8, oneOf([writePolicy(company.policy), writePolicy(defaultPolicy)]), (page) =>
    expectReading(page, readPolicy, writePolicy),
  );
});

it("a comment that hands have edited signs one text of one object for one function, takes that back, or does nothing", async () => {
  const signOffs = ["product", "engineering", "go-to-market"].map((name, at) =>
    writeSignOff({ function: name, object: "10001", hash: `${at}`.repeat(64) }),
  );
  const withdrawal = writeWithdrawal({ function: "product", object: "10001" });
  await fuzz(
    8,
    oneOf([...signOffs, withdrawal, signOffs.join("\n\n"), `> ${signOffs[0]}\n\n${signOffs[1]}`]),
    (comment) => {
      const found = readSignature(comment);
      if (found === null) return;
      expect(found.function).toMatch(/^[a-z-]{1,40}$/);
      expect(found.object).toMatch(/^[\w-]{1,64}$/);
      if (found.act === "sign-off") expect(found.hash).toMatch(/^[0-9a-f]{64}$/);
    },
  );
});
