import { expect, it } from "vitest";
import { createQuestions } from "./questions";

it("gathers the issues that pass a filter over all pages", async () => {
  const asked: unknown[] = [];
  const pages = [
    { nodes: [{ id: "a" }, { id: "b" }], pageInfo: { hasNextPage: true, endCursor: "b" } },
    { nodes: [{ id: "c" }], pageInfo: { hasNextPage: false, endCursor: "c" } },
  ];
  const { matching } = createQuestions(async (_, variables) => {
    asked.push(variables);
    return { issues: pages[asked.length - 1] };
  });
  const filter = { priority: { eq: 1 } };
  expect([...(await matching(filter))]).toEqual(["a", "b", "c"]);
  expect(asked).toEqual([
    { filter, after: null },
    { filter, after: "b" },
  ]);
});

it("words the notifications about issues and leaves the others out", async () => {
  const shown = { id: "1", createdAt: "2026-11-20T09:00:00.000Z", actor: { id: "raj" }, issue: { id: "i1" } };
  const { notifications } = createQuestions(async () => ({
    notifications: {
      nodes: [
        { ...shown, type: "issueNewComment" },
        { ...shown, id: "2", actor: null, type: "issueAssignedToYou" },
        { ...shown, id: "3", type: "issueSomethingNew" },
        { id: "4", createdAt: shown.createdAt, actor: null, type: "projectUpdateCreated" },
      ],
    },
  }));
  expect(await notifications()).toEqual([
    { id: "1", createdAt: shown.createdAt, issueId: "i1", actorId: "raj", sentence: "left a comment" },
    {
      id: "2",
      createdAt: shown.createdAt,
      issueId: "i1",
      actorId: null,
      sentence: "assigned the issue to you",
    },
  ]);
});

it("takes only the path of a document's address", async () => {
  const { projectDetail } = createQuestions(async () => ({
    project: {
      description: "",
      initiatives: { nodes: [] },
      documents: {
        nodes: [{ id: "d", title: "Sheet", url: "https://linear.app/northwind/document/sheet-1" }],
      },
    },
  }));
  expect((await projectDetail("p")).documents).toEqual([
    { id: "d", title: "Sheet", path: "/northwind/document/sheet-1" },
  ]);
});
