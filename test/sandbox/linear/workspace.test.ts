import { describe, expect, it } from "vitest";
import { readSheet, readStatement } from "../../../shared/domain/markdown";
import { readPolicy } from "../../../shared/domain/policy";
import { evidenceIn } from "../../../shared/domain/sign-off";
import { standingOf } from "../../../shared/domain/standing";
import { createComment, deleteComment, updateComment } from "./comments";
import { createDocument } from "./documents";
import { readField } from "./fields";
import { createLabel } from "./labels";
import type { Document } from "./model";
import { noon, smallBet, smallCompany, smallSheet, smallStatement } from "./small-company";
import { createLinearWorkspace, type LinearWorkspace } from "./workspace";

const open = (company = smallCompany()) => createLinearWorkspace({ company, now: () => noon });
const projectNamed = (workspace: LinearWorkspace, name: string) =>
  workspace.store.all("Project").find((project) => project.name === name);
const documentOn = (workspace: LinearWorkspace, project: string, title: string): Document | undefined =>
  workspace.store
    .all("Document")
    .find((one) => one.title === title && one.projectId === projectNamed(workspace, project)?.id);

describe("a workspace made from a company", () => {
  it("is the same for the same company", () => {
    const ids = (workspace: LinearWorkspace) =>
      (["Issue", "Project", "Cycle", "Initiative", "IssueLabel", "Comment", "User"] as const).flatMap(
        (type) => workspace.store.all(type).map(({ id, createdAt }) => [id, createdAt]),
      );
    expect(ids(open())).toEqual(ids(open()));
  });

  it.each([
    ["Zone picking", "started"],
    ["stopped", "canceled"],
    ["bare", "started"],
    ["Plumbline", "started"],
  ])("gives the bet %s the state %s", (name, state) => {
    const workspace = open();
    const project = projectNamed(workspace, name);
    const context = { site: workspace, viewerId: "" };
    expect(project && readField(context, project, "state")).toBe(state);
  });

  it("gives an achieved bet a completed project", () => {
    const bets = [smallBet({ id: "done", sheet: { ...smallSheet, state: "achieved" } })];
    const workspace = open(smallCompany({ bets, tickets: [] }));
    const statusId = projectNamed(workspace, "done")?.statusId ?? "";
    expect(workspace.store.get("ProjectStatus", statusId).type).toBe("completed");
  });

  it("writes sheet, statement and policy so that they read back", () => {
    const workspace = open();
    const sheet = documentOn(workspace, "Zone picking", "Alignment Sheet");
    expect(readSheet(sheet?.content ?? "")).toEqual({ kind: "value", value: smallSheet });
    const raj = workspace.userOf("raj")?.id;
    const statement = documentOn(workspace, "Zone picking", "Problem statement");
    expect(readStatement(statement?.content ?? "")).toEqual({
      kind: "value",
      value: { ...smallStatement, author: raj },
    });
    const policy = documentOn(workspace, "Plumbline", "Gate policy");
    expect(readPolicy(policy?.content ?? "")).toMatchObject({
      value: { functions: [{ name: "product", signers: [workspace.userOf("ana")?.id] }] },
    });
  });

  it("gives a bet without a sheet the sheet of the bet above it, and its initiative", () => {
    const workspace = open();
    expect(documentOn(workspace, "aisles", "Alignment Sheet")?.content).toBe(
      documentOn(workspace, "Zone picking", "Alignment Sheet")?.content,
    );
    expect(documentOn(workspace, "bare", "Alignment Sheet")).toBeUndefined();
    const links = workspace.store
      .all("InitiativeToProject")
      .filter((link) => link.projectId === projectNamed(workspace, "aisles")?.id);
    expect(links).toHaveLength(1);
  });

  it("writes sign-offs as comments of the signers, for today's text or an older one", () => {
    const workspace = open();
    const statement = documentOn(workspace, "Zone picking", "Problem statement");
    const evidence = workspace.store
      .all("Comment")
      .filter((comment) => comment.documentContentId === statement?.documentContentId)
      .flatMap((comment) => {
        const author = { id: comment.userId ?? "", name: "", kind: "person" as const };
        return evidenceIn(comment.body, {
          author,
          createdAt: comment.createdAt,
          editedAt: null,
          edited: "no",
        });
      });
    expect(evidence).toHaveLength(2);
    const policy = readPolicy(documentOn(workspace, "Plumbline", "Gate policy")?.content ?? "");
    if (policy.kind !== "value") throw new Error("no policy");
    const carrier = {
      id: projectNamed(workspace, "Zone picking")?.id ?? "",
      statement: readStatement(statement?.content ?? ""),
    };
    const { standing } = standingOf(carrier, evidence, policy.value);
    expect(standing).toBe("signed");
  });

  it("puts a sub-issue in its parent's project, a lane in a label, a ticket's own statement on its issue", () => {
    const { store } = open();
    const [first, second, third, , fifth] = store.all("Issue");
    expect(second?.projectId).toBe(first?.projectId);
    const labels = third?.labelIds.map((id) => store.get("IssueLabel", id).name);
    expect(labels).toEqual(["scanner", "bug"]);
    expect(store.all("Document").filter((one) => one.issueId === fifth?.id)).toHaveLength(1);
  });

  it("gives a lane by type to what serves no bet, because Linear has no issue types", () => {
    const company = smallCompany();
    const policy = { ...company.policy, lanes: { byType: { incident: "incident" as const } } };
    const tickets = company.tickets.map((ticket) => ({ ...ticket, type: "Incident" }));
    const { store } = open({ ...company, policy, tickets });
    const laned = store
      .all("Issue")
      .filter((one) => one.labelIds.some((id) => store.get("IssueLabel", id).name === "incident"));
    expect(laned.map((one) => one.number)).toEqual([6]);
  });

  it("dates cycles one after the other where a sprint has no dates", () => {
    const [, second, third] = open().store.all("Cycle");
    expect(third?.startsAt).toBe(second?.endsAt);
  });
});

describe("following a workspace", () => {
  it("tells of each change until the signal aborts", () => {
    const workspace = open();
    const stop = new AbortController();
    const heard: string[] = [];
    workspace.onChange(({ action, model }) => heard.push(`${action} ${model}`), stop.signal);
    const issueId = workspace.store.all("Issue")[0]?.id ?? "";
    const ana = { userId: workspace.userOf("ana")?.id ?? "" };
    const { id } = createComment(workspace, ana, { issueId, body: "Hello" });
    updateComment(workspace, ana, id, { body: "Hello!" });
    stop.abort();
    deleteComment(workspace, ana, id);
    expect(heard).toEqual(["insert Comment", "update Comment"]);
  });
});

describe("comments", () => {
  const setting = () => {
    const workspace = open();
    const actor = (person: string) => ({ userId: workspace.userOf(person)?.id ?? "" });
    const issueId = workspace.store.all("Issue")[0]?.id ?? "";
    return { workspace, actor, issueId };
  };

  it("show that they were edited, and only their author may do it", () => {
    const { workspace, actor, issueId } = setting();
    const comment = createComment(workspace, actor("raj"), { issueId, body: "First" });
    expect(() => updateComment(workspace, actor("ana"), comment.id, { body: "x" })).toThrow("Cannot update");
    expect(comment.editedAt).toBeNull();
    updateComment(workspace, actor("raj"), comment.id, { body: "Second" });
    expect(comment.editedAt).toBe(noon.toISOString());
  });

  it("by an app have no user", () => {
    const { workspace, issueId } = setting();
    const comment = createComment(workspace, { app: "Robot" }, { issueId, body: "Beep" });
    expect(comment).toMatchObject({ userId: null, botActor: { name: "Robot" } });
  });

  it("are deleted by their author or an admin", () => {
    const { workspace, actor, issueId } = setting();
    const { id } = createComment(workspace, actor("raj"), { issueId, body: "First" });
    expect(() => deleteComment(workspace, actor("sam"), id)).toThrow("Cannot delete");
    deleteComment(workspace, actor("ana"), id);
    expect(workspace.store.find("Comment", id)).toBeUndefined();
  });

  it.each([
    ["no body", { body: " " }],
    ["no place", { body: "x" }],
    ["an unknown place", { body: "x", issueId: "nowhere" }],
  ])("with %s are refused", (_, input) => {
    const { workspace, actor } = setting();
    expect(() => createComment(workspace, actor("ana"), input)).toThrow();
  });
});

describe("documents and labels", () => {
  it("a document stands on exactly one project or issue", () => {
    const workspace = open();
    expect(() => createDocument(workspace, null, { title: "Nowhere" })).toThrow("Exactly one");
  });

  it("a label's name is free once within its group", () => {
    const workspace = open();
    expect(() => createLabel(workspace, null, { name: "SCANNER" })).toThrow("Duplicate");
    const parentId = workspace.store.all("IssueLabel").find((label) => label.isGroup)?.id ?? "";
    expect(createLabel(workspace, null, { name: "Scanner", parentId }).parentId).toBe(parentId);
  });
});
