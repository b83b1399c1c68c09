import { describe, expect, it } from "vitest";
import { anIssue } from "../builders";
import type { Answer, Send } from "./client";
import type { Issue } from "./model";
import { createStore } from "./store";

const serverIssue = ({
  teamId,
  stateId,
  assigneeId,
  creatorId,
  projectId,
  cycleId,
  parentId,
  ...fields
}: Issue) => {
  const reference = (id: string | null) => (id === null ? null : { id });
  return {
    ...fields,
    team: { id: teamId },
    state: { id: stateId },
    assignee: reference(assigneeId),
    creator: reference(creatorId),
    project: reference(projectId),
    cycle: reference(cycleId),
    parent: reference(parentId),
  };
};

const workspaceData = {
  viewer: { id: "ana" },
  organization: { name: "Northwind", urlKey: "northwind" },
  teams: { nodes: [{ id: "team", key: "ATL", name: "Atlas" }] },
  users: { nodes: [] },
  workflowStates: { nodes: [{ id: "todo", name: "Todo", type: "unstarted", color: "#888", position: 1 }] },
  projects: { nodes: [] },
  cycles: { nodes: [] },
  issueLabels: { nodes: [] },
  customViews: { nodes: [] },
};

/** A store over a server that holds two issues on two pages and answers a write as told. */
function aStore(answerToWrite: () => Answer) {
  const onServer = [anIssue({ id: "i1" }), anIssue({ id: "i2", identifier: "ATL-2", number: 2 })];
  const toasts: string[] = [];
  const network: { down: boolean; hold: Promise<void> | null } = { down: false, hold: null };
  const send: Send = async (query, variables) => {
    if (network.down) return { kind: "network error", cause: "offline" };
    if (query.startsWith("mutation")) return answerToWrite();
    if (query.includes("viewer")) return { kind: "data", data: workspaceData };
    const page = query.includes("$ids")
      ? onServer
      : onServer.slice(variables.after ? 1 : 0, variables.after ? 2 : 1);
    const nodes = page.map(serverIssue);
    if (!query.includes("$ids")) await network.hold;
    const hasNextPage = page.length === 1 && !variables.after;
    return {
      kind: "data",
      data: { issues: { nodes, pageInfo: { hasNextPage, endCursor: "1" } } },
    };
  };
  const journal = { load: async () => [], add: async () => {}, remove: async () => {} };
  const store = createStore({
    send,
    journal,
    notify: (title, message) => toasts.push(`${title}: ${message}`),
  });
  const priority = () => store.getSnapshot().issues.get("i1")?.priority;
  return { store, onServer, toasts, priority, network };
}

const rest = () => new Promise((resolve) => setTimeout(resolve));

describe("the store", () => {
  it("loads every page of issues", async () => {
    const { store } = aStore(() => ({ kind: "data", data: {} }));
    await store.load();
    expect([...store.getSnapshot().issues.keys()]).toEqual(["i1", "i2"]);
    expect(store.getSnapshot().workspace?.name).toBe("Northwind");
  });

  it("shows a change at once, and keeps it when the server takes it", async () => {
    const { store, onServer, priority } = aStore(() => {
      onServer[0] = anIssue({ id: "i1", priority: 1 });
      return { kind: "data", data: {} };
    });
    await store.load();
    store.update(["i1"], { priority: 1 });
    expect(priority()).toBe(1);
    await rest();
    expect(priority()).toBe(1);
  });

  it("rolls a refused change back and says why", async () => {
    const { store, toasts, priority } = aStore(() => ({
      kind: "error",
      type: "invalid input",
      message: "Sign it off first.",
      userError: true,
    }));
    await store.load();
    store.update(["i1"], { priority: 1 });
    await rest();
    expect(priority()).toBe(0);
    expect(toasts).toEqual(["Update failed: Sign it off first."]);
  });

  it("goes on showing a change that could not be sent", async () => {
    const { store, toasts, priority } = aStore(() => ({ kind: "network error", cause: "offline" }));
    await store.load();
    store.update(["i1"], { priority: 1 });
    await rest();
    await store.refresh();
    expect(priority()).toBe(1);
    expect(toasts).toEqual([]);
  });

  it("does not let a refresh that began before a write bring back what the write replaced", async () => {
    const { store, onServer, network, priority } = aStore(() => {
      onServer[0] = anIssue({ id: "i1", priority: 1 });
      return { kind: "data", data: {} };
    });
    await store.load();
    const shown: unknown[] = [];
    store.subscribe(() => shown.push(priority()));
    let release = () => {};
    network.hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const refreshed = store.refresh();
    await rest();
    store.update(["i1"], { priority: 1 });
    await rest();
    network.hold = null;
    release();
    await refreshed;
    expect(new Set(shown)).toEqual(new Set([1]));
  });

  it("keeps the objects of unchanged issues over a refresh", async () => {
    const { store, onServer } = aStore(() => ({ kind: "data", data: {} }));
    await store.load();
    const before = store.getSnapshot().issues;
    onServer[1] = anIssue({ id: "i2", title: "Changed elsewhere" });
    await store.refresh();
    const after = store.getSnapshot().issues;
    expect(after.get("i1")).toBe(before.get("i1"));
    expect(after.get("i2")?.title).toBe("Changed elsewhere");
  });

  it("says so when nothing can be loaded, and recovers", async () => {
    const { store, network } = aStore(() => ({ kind: "data", data: {} }));
    network.down = true;
    await store.load();
    expect(store.getSnapshot()).toMatchObject({ workspace: null, failure: "Linear could not be reached" });
    network.down = false;
    await store.load();
    expect(store.getSnapshot()).toMatchObject({ workspace: { name: "Northwind" }, failure: null });
  });
});
