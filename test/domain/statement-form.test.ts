import { expect, it } from "vitest";
import { formOfStatement, statementOfForm } from "../../shared/domain/statement-form";
import { aStatement } from "./builders";

it("gives a statement back as it was, whoever wrote it", () => {
  const it = aStatement({ evidence: ["31 % in October", "a call"], nonGoals: [], workaround: null });
  expect(statementOfForm(formOfStatement(it), it.author)).toEqual(it);
});

it("takes blank parts for absent, and a line with a bullet for an item", () => {
  const form = { ...formOfStatement(null), who: "  ", evidence: "- one\n\n * two \r\nthree-four" };
  expect(statementOfForm(form, "ana")).toMatchObject({
    who: null,
    evidence: ["one", "two", "three-four"],
    author: "ana",
  });
});
