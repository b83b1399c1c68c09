import type { IssueChanges } from "./model";

export interface IssueUpdate {
  issueId: string;
  changes: IssueChanges;
}

export interface UpdateRequest {
  query: string;
  variables: Record<string, IssueChanges>;
}

/** At most this many updates share one request (reference 2.2, client of 2025). */
export const mergeLimit = 40;

/** One request for several updates, in the shape that Linear's client sends (reference 2.2): ids inline, inputs in variables. */
export function issueUpdateRequest(updates: readonly IssueUpdate[]): UpdateRequest {
  const names = updates.map((_, index) =>
    index === 0 ? "issueUpdateInput" : `issueUpdateInput_${index + 1}`,
  );
  const variables = Object.fromEntries(updates.map((update, index) => [names[index] ?? "", update.changes]));
  const [only] = updates;
  if (only && updates.length === 1) {
    const id = JSON.stringify(only.issueId);
    const query = `mutation IssueUpdate($issueUpdateInput: IssueUpdateInput!) { issueUpdate(id: ${id}, input: $issueUpdateInput) { lastSyncId } }`;
    return { query, variables };
  }
  const declared = names.map((name) => `$${name}: IssueUpdateInput!`).join(", ");
  const calls = updates.map((update, index) => {
    const id = JSON.stringify(update.issueId);
    return `o${index + 1}:issueUpdate(id:${id}, input:$${names[index]}) { lastSyncId }`;
  });
  return {
    query: `mutation IssueUpdates_${updates.length}(${declared}) { ${calls.join(" ")} }`,
    variables,
  };
}
