import { describe, expect, it } from "vitest";
import { seedCompany } from "../company/seed";
import { linearApi } from "./api";
import { createLinearWorkspace } from "./workspace";

const now = () => new Date("2026-11-21T12:00:00.000Z");
const workspace = createLinearWorkspace({ company: seedCompany({ today: "2026-11-21" }), now });
const api = linearApi(workspace);

async function ask(query: string, variables: object = {}): Promise<unknown> {
  const response = await api(
    new Request("https://client-api.linear.app/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", cookie: "session=ana", origin: "https://linear.app" },
      body: JSON.stringify({ query, variables }),
    }),
  );
  if (!response) throw new Error("not answered");
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

describe("the seed's custom views", () => {
  it.each(workspace.store.all("CustomView").map((view) => [view.name, view] as const))(
    "%s lets some issues through, not all",
    async (_, { filterData }) => {
      const query =
        "query Q($filter: IssueFilter) { issues(first: 250, filter: $filter) { nodes { number } } }";
      const { issues } = (await ask(query, { filter: filterData })) as { issues: { nodes: unknown[] } };
      expect(issues.nodes.length).toBeGreaterThan(0);
      expect(issues.nodes.length).toBeLessThan(workspace.store.all("Issue").length);
    },
  );

  it("are answered with what makes their pages, as are the notifications of whoever asks", async () => {
    const answer = await ask(`{
      customViews { nodes { name slugId modelName shared owner { name } } }
      notifications(first: 3) { nodes { __typename type user { isMe } ... on IssueNotification { issue { number } } } }
    }`);
    expect(answer).toMatchObject({
      customViews: { nodes: expect.arrayContaining([expect.objectContaining({ modelName: "Issue" })]) },
      notifications: {
        nodes: Array.from({ length: 3 }, () => ({ __typename: "IssueNotification", user: { isMe: true } })),
      },
    });
  });
});
