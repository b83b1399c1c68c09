import { Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { issueUpdateRequest } from "./issue-update-request";

describe("the request for issue updates", () => {
  it("is Linear's single mutation for one update: id inline, changed fields in a variable", () => {
    expect(issueUpdateRequest([{ issueId: "a-1", changes: { cycleId: "c-1" } }])).toEqual({
      query:
        'mutation IssueUpdate($issueUpdateInput: IssueUpdateInput!) { issueUpdate(id: "a-1", input: $issueUpdateInput) { lastSyncId } }',
      variables: { issueUpdateInput: { cycleId: "c-1" } },
    });
  });

  it("merges several updates under aliases o1, o2, each with an input of its own", () => {
    const { query, variables } = issueUpdateRequest([
      { issueId: "a-1", changes: { cycleId: "c-1" } },
      { issueId: "a-2", changes: { cycleId: "c-1", stateId: "s-1" } },
    ]);
    expect(query).toMatch(/^mutation IssueUpdates_/);
    expect(query).toContain('o1:issueUpdate(id:"a-1", input:$issueUpdateInput)');
    expect(query).toContain('o2:issueUpdate(id:"a-2", input:$issueUpdateInput_2)');
    expect(variables).toEqual({
      issueUpdateInput: { cycleId: "c-1" },
      issueUpdateInput_2: { cycleId: "c-1", stateId: "s-1" },
    });
  });

  it("is GraphQL with as many calls as updates, whatever the ids hold", () => {
    const updates = ["plain", 'quo"te', "back\\slash", "}{"].map((issueId) => ({
      issueId,
      changes: { priority: 1 },
    }));
    const [operation] = parse(issueUpdateRequest(updates).query).definitions;
    expect(operation?.kind).toBe(Kind.OPERATION_DEFINITION);
    expect(operation && "selectionSet" in operation && operation.selectionSet?.selections).toHaveLength(4);
  });
});
