import { describe, expect, it } from "vitest";
import { createAttachment } from "./attachments";
import { compare } from "./compare";
import { momentOf } from "./dates";
import { type Filter, passes } from "./filter";
import { linearSchema } from "./schema";
import { noon, smallCompany } from "./small-company";
import { createLinearWorkspace } from "./workspace";

const workspace = createLinearWorkspace({ company: smallCompany(), now: () => noon });
createAttachment(workspace, null, {
  issueId: "ATL-1",
  title: "Sign-off",
  url: "https://a.example/signoff/1",
});
const argument = linearSchema()
  .getQueryType()
  ?.getFields()
  .issues?.args.find(({ name }) => name === "filter");

function numbers(filter: Filter): number[] {
  if (!argument) throw new Error("issues have no filter");
  const context = { site: workspace, viewerId: workspace.userOf("raj")?.id ?? "" };
  return workspace.store
    .all("Issue")
    .filter((issue) => passes(context, argument.type, filter, issue))
    .map((issue) => issue.number);
}

describe("a filter of issues", () => {
  it.each<[Filter, number[]]>([
    [{}, [1, 2, 3, 4, 5, 6]],
    [{ number: { gte: 3, lt: 5 } }, [3, 4]],
    [{ title: { containsIgnoreCase: "ZONE" } }, [1]],
    [{ priority: { in: [1, 2] } }, [3]],
    [{ estimate: { null: true } }, [2, 3, 4, 5, 6]],
    [{ estimate: { or: [{ eq: 3 }, { eq: 5 }] } }, [1]],
    [{ assignee: { null: true } }, [1, 3, 4, 5, 6]],
    [{ assignee: { isMe: { eq: true } } }, [2]],
    [{ assignee: { email: { endsWith: "@northwind.example" } } }, [2]],
    [{ state: { type: { nin: ["backlog", "completed"] } } }, [1, 2]],
    [{ project: { null: true } }, [3, 6]],
    [{ project: { null: false } }, [1, 2, 4, 5]],
    [{ project: { initiatives: { some: { status: { eq: "Active" } } } } }, [1, 2, 5]],
    [{ project: { initiatives: { length: { eq: 0 } } } }, [4]],
    [{ or: [{ project: { null: true } }, { project: { initiatives: { length: { eq: 0 } } } }] }, [3, 4, 6]],
    [{ and: [{ cycle: { isActive: { eq: true } } }, { parent: { null: true } }] }, [1]],
    [{ cycle: { isPast: { eq: true } } }, [4]],
    [{ parent: { number: { eq: 1 } } }, [2]],
    [{ children: { length: { gt: 0 } } }, [1]],
    [{ labels: { name: { eq: "bug" } } }, [3]],
    [{ labels: { every: { name: { neq: "scanner" } } } }, [1, 2, 4, 5, 6]],
    [{ attachments: { every: { url: { notStartsWith: "https://a.example/signoff/" } } } }, [2, 3, 4, 5, 6]],
    [{ attachments: { some: { url: { startsWith: "https://a.example/signoff/" } } } }, [1]],
    [{ addedToCycleAt: { null: false } }, [1, 2, 4]],
    [{ createdAt: { gt: "-P50D" } }, [4, 5, 6]],
    [{ team: { key: { eq: "ATL" } }, number: { in: [2, 9] } }, [2]],
  ])("%j lets through %j", (filter, expected) => {
    expect(numbers(filter)).toEqual(expected);
  });
});

describe("a comparator", () => {
  it.each<[unknown, Record<string, unknown>, boolean]>([
    ["a", { eq: "a", neq: "b" }, true],
    ["a", { eqIgnoreCase: "A" }, true],
    ["a", { neqIgnoreCase: "A" }, false],
    ["abc", { startsWithIgnoreCase: "AB" }, true],
    ["abc", { notEndsWith: "c" }, false],
    ["abc", { notContains: "x", contains: "b" }, true],
    ["abc", { notContainsIgnoreCase: "B" }, false],
    ["Zoë", { containsIgnoreCaseAndAccent: "zoe" }, true],
    [2, { gt: 1, lte: 2 }, true],
    [10, { gt: 9 }, true],
    [null, { neq: "a" }, true],
    [null, { nin: ["a"] }, true],
    [null, { eq: "a" }, false],
    [null, { eq: null }, true],
    ["a", { neq: null }, true],
    [null, { lt: 3 }, false],
  ])("%j against %j is %j", (actual, comparator, expected) => {
    expect(compare(actual, comparator)).toBe(expected);
  });
});

describe("a moment in a filter", () => {
  it.each([
    ["2026", "2026-01-01T00:00:00.000Z"],
    ["2026-11-19", "2026-11-19T00:00:00.000Z"],
    ["-P2W1D", "2026-11-05T12:00:00.000Z"],
    ["P1M", "2026-12-20T12:00:00.000Z"],
    ["-PT90M", "2026-11-20T10:30:00.000Z"],
  ])("%s is %s", (text, moment) => {
    expect(momentOf(text, noon)).toBe(moment);
  });
  it("that is none is refused", () => {
    expect(() => momentOf("soon", noon)).toThrow("not a date");
  });
});
