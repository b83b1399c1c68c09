import { describe, expect, it } from "vitest";
import { none, type Reading, unreadable, value } from "../../shared/domain/result";
import type { Statement } from "../../shared/domain/statement";
import { type Standing, standing } from "../../shared/domain/statement";
import { shownStanding, statementInForce } from "../../shared/domain/statement-in-force";
import { aStatement, aWorkItem } from "./builders";

const junk = unreadable([{ line: 1, message: "no" }]);
const carrier = (id: string, statement: Reading<Statement>) => aWorkItem({ id, statement });

describe("the statement that holds for an issue", () => {
  const own = carrier("1", value(aStatement()));
  const parent = carrier("2", value(aStatement()));
  const bare = carrier("3", none);
  const spoiled = carrier("4", junk);

  it.each([
    ["its own before its parent's", own, [parent], own],
    ["that of the nearest above that has any", bare, [carrier("5", none), parent, own], parent],
    ["the nearest even where that cannot be read", bare, [spoiled, parent], spoiled],
    ["none where nobody wrote one", bare, [carrier("5", none)], null],
    ["none at the top", bare, [], null],
  ])("is %s", (_, issue, ancestors, expected) => {
    expect(statementInForce(issue, { ancestors, end: "root" })).toBe(expected);
  });
});

describe("the standing that a badge shows", () => {
  const complete = value(aStatement());
  const incomplete = value(aStatement({ evidence: [] }));

  it("is missing without a carrier", () => {
    expect(shownStanding(null)).toBe("missing");
  });

  it.each<[string, Reading<Statement>, Standing | null, Standing]>([
    ["a complete text alone is unsigned", complete, null, "unsigned"],
    ["what was noted holds: signed", complete, "signed", "signed"],
    ["what was noted holds: partial", complete, "partial", "partial"],
    ["what was noted holds: stale", complete, "stale", "stale"],
    ["a complete text is not missing, whatever was noted", complete, "missing", "unsigned"],
    ["a complete text is not incomplete, whatever was noted", complete, "incomplete", "unsigned"],
    ["an incomplete text is that, whatever was noted", incomplete, "signed", "incomplete"],
    ["no text is missing, whatever was noted", none, "signed", "missing"],
    ["junk is incomplete, whatever was noted", junk, "signed", "incomplete"],
  ])("%s", (_, statement, standingMirror, shown) => {
    expect(shownStanding(aWorkItem({ statement, standingMirror }))).toBe(shown);
  });

  it.each(standing.options)(
    "never says more than the text allows, whatever was noted: %s",
    (standingMirror) => {
      expect(shownStanding(aWorkItem({ statement: none, standingMirror }))).toBe("missing");
    },
  );
});
