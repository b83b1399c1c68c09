import { colours } from "./fill-aims";
import { slugIdFor, uuidFor } from "./ids";
import type { Site } from "./workspace";

/** The views of issues that everyone in the workspace shares. */
const views: readonly { name: string; filterData: Record<string, unknown> }[] = [
  { name: "Urgent and high", filterData: { priority: { in: [1, 2] } } },
  { name: "Without a project", filterData: { project: { null: true } } },
  {
    name: "Open and unassigned",
    filterData: { assignee: { null: true }, state: { type: { in: ["backlog", "unstarted", "started"] } } },
  },
];

/** Shared custom views, made by the workspace's first admin; without one there are none. */
export function fillViews({ store, now, organization }: Site): void {
  const users = store.all("User");
  const owner = users.find(({ admin }) => admin) ?? users[0];
  if (!owner) return;
  const at = new Date(now().getTime() - 60 * 86_400_000).toISOString();
  views.forEach((view, index) => {
    store.insert({
      typename: "CustomView",
      id: uuidFor(`custom-view:${view.name}`),
      createdAt: at,
      updatedAt: at,
      ...view,
      slugId: slugIdFor(`custom-view:${view.name}`),
      color: colours[index % colours.length] ?? "#5e6ad2",
      shared: true,
      creatorId: owner.id,
      ownerId: owner.id,
      organizationId: organization.id,
    });
  });
}
