import { expect, it } from "vitest";
import { createComment } from "./comments";
import { issueBy, updateIssue } from "./issues";
import { notificationsFor } from "./notifications";
import { noon, smallCompany } from "./small-company";
import { createLinearWorkspace, type LinearWorkspace } from "./workspace";

const open = () => createLinearWorkspace({ company: smallCompany(), now: () => noon });
const userId = (workspace: LinearWorkspace, person: string) => workspace.userOf(person)?.id ?? "";
const inbox = (workspace: LinearWorkspace, person: string) =>
  notificationsFor(workspace, userId(workspace, person)).map(
    ({ type, issueId }) => `${type} ${workspace.store.get("Issue", issueId).number}`,
  );

it("tells the assignee of an issue that somebody else created, and the creator when it is done", () => {
  const workspace = open();
  const { number } = issueBy(workspace, "ATL-1");
  const before = inbox(workspace, "ana");
  updateIssue(workspace, null, "ATL-1", { assigneeId: userId(workspace, "raj") });
  expect(inbox(workspace, "raj")).toContain(`issueAssignedToYou ${number}`);
  const done = workspace.store.all("WorkflowState").find(({ type }) => type === "completed");
  updateIssue(workspace, null, "ATL-1", { stateId: done?.id ?? "" });
  expect(before).not.toContain(`issueStatusChangedDone ${number}`);
  expect(inbox(workspace, "ana")).toContain(`issueStatusChangedDone ${number}`);
});

it("tells of what others said, and of nothing that one said oneself", () => {
  const workspace = open();
  const { id } = issueBy(workspace, "ATL-1");
  createComment(workspace, { userId: userId(workspace, "raj") }, { issueId: id, body: "Why?" });
  expect(inbox(workspace, "ana")).toContain("issueNewComment 1");
  expect(inbox(workspace, "raj")).not.toContain("issueNewComment 1");
});

it("gives each its own lasting id", () => {
  const ids = notificationsFor(open(), userId(open(), "ana")).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(notificationsFor(open(), userId(open(), "ana")).map(({ id }) => id)).toEqual(ids);
});
