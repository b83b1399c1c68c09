import { getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { complexityOf } from "./complexity";
import { linearSchema } from "./schema";

function cost(query: string, variables = {}): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("no operation");
  return complexityOf(linearSchema(), document, operation, variables);
}

describe("the cost of a query", () => {
  it.each<[string, string, number]>([
    ["an object and its properties", "{ viewer { id name } }", 1.2],
    ["a connection of 50", "{ issues { nodes { id } } }", 55],
    ["a connection with first", "{ issues(first: 10) { nodes { id title } } }", 12],
    [
      "a connection in a connection",
      "{ issues(first: 2) { nodes { labels(first: 3) { nodes { id } } } } }",
      8.6,
    ],
    ["edges", "{ issues(first: 10) { edges { node { id } } } }", 11],
    ["a fragment", "{ viewer { ...A } } fragment A on User { id ... on User { name } }", 1.2],
  ])("%s: %s", (_, query, expected) => {
    expect(cost(query)).toBeCloseTo(expected, 5);
  });

  it("takes first from a variable", () => {
    expect(cost("query($n: Int) { issues(first: $n) { nodes { id } } }", { n: 4 })).toBeCloseTo(4.4, 5);
  });

  it("is about 1,300 for the reference's example", () => {
    const query = `{ issues(first: 50) { nodes { id identifier title cycle { id } labels(first: 10) { nodes { id } }
      project { id initiatives(first: 3) { nodes { id } } } attachments(first: 5) { nodes { url } } } } }`;
    expect(cost(query)).toBeGreaterThan(1100);
    expect(cost(query)).toBeLessThan(1500);
  });
});
