import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connect } from "./connection";
import { updateIssue } from "./issues";
import { noon, smallCompany, smallTicket } from "./small-company";
import { createLinearWorkspace } from "./workspace";

function open(count: number) {
  const tickets = Array.from({ length: count }, (_, index) => smallTicket({ number: index + 1 }));
  const workspace = createLinearWorkspace({ company: smallCompany({ tickets }), now: () => noon });
  const context = { site: workspace, viewerId: "" };
  const page = (args: Parameters<typeof connect>[2]) =>
    connect(context, workspace.store.all("Issue"), args, undefined);
  return { workspace, page };
}
const numbersOf = ({ nodes }: ReturnType<typeof connect>) =>
  nodes.map((node) => ("number" in node ? node.number : null));

describe("paging", () => {
  it("forwards and backwards visits each issue once, newest first", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 5 }), (count, size) => {
        const { page } = open(count);
        const all = Array.from({ length: count }, (_, index) => count - index);
        const forward: unknown[] = [];
        let next = page({ first: size });
        forward.push(...numbersOf(next));
        while (next.pageInfo.hasNextPage) {
          next = page({ first: size, after: next.pageInfo.endCursor });
          forward.push(...numbersOf(next));
          expect(next.pageInfo.hasPreviousPage).toBe(true);
        }
        expect(forward).toEqual(all);
        const backward: unknown[] = [];
        let before = page({ last: size });
        backward.unshift(...numbersOf(before));
        while (before.pageInfo.hasPreviousPage) {
          before = page({ last: size, before: before.pageInfo.startCursor });
          backward.unshift(...numbersOf(before));
        }
        expect(backward).toEqual(all);
      }),
      { numRuns: 40 },
    );
  });

  it("gives 50 unless told otherwise, and at most 250", () => {
    const { page } = open(60);
    expect(page({}).nodes).toHaveLength(50);
    expect(() => page({ first: 251 })).toThrow("between 1 and 250");
    expect(() => page({ first: 0 })).toThrow();
    expect(() => page({ first: 1, last: 1 })).toThrow();
  });

  it("refuses a cursor that is not of the list", () => {
    expect(() => open(3).page({ after: "nowhere" })).toThrow("Cursor");
  });

  it("sorts as asked", () => {
    const { workspace, page } = open(3);
    updateIssue(workspace, null, "ATL-2", { priority: 1 });
    expect(numbersOf(page({ sort: [{ priority: { order: "Descending" } }] }))).toEqual([2, 3, 1]);
    expect(numbersOf(page({ orderBy: "updatedAt" }))).toEqual([2, 3, 1]);
    expect(numbersOf(page({ sort: [{ manual: { order: "Ascending" } }] }))).toEqual([1, 2, 3]);
  });

  it("leaves out what is in the bin", () => {
    const { workspace, page } = open(3);
    updateIssue(workspace, null, "ATL-2", { trashed: true });
    expect(numbersOf(page({}))).toEqual([3, 1]);
    expect(numbersOf(page({ includeArchived: true }))).toEqual([3, 2, 1]);
  });
});
