import { describe, expect, it } from "vitest";
import { chainOf, resolveAlignment } from "../../../shared/domain/alignment";
import type { WorkItem } from "../../../shared/domain/issue";
import { lane } from "../../../shared/domain/lane";
import { readSheet, readStatement } from "../../../shared/domain/markdown";
import { readPolicy } from "../../../shared/domain/policy";
import { none } from "../../../shared/domain/result";
import { evidenceIn } from "../../../shared/domain/sign-off";
import { standingOf } from "../../../shared/domain/standing";
import { seedCompany } from "../company/seed";
import type { Document, Issue, Project } from "./model";
import { createLinearWorkspace } from "./workspace";

const today = "2026-11-20";
const now = `${today}T12:00:00.000Z`;
const { store } = createLinearWorkspace({ company: seedCompany({ today }), now: () => new Date(now) });

const titled = (title: string) => (document: Document) => document.title === title;
const documentsOf = (project: Project) => store.all("Document").filter((one) => one.projectId === project.id);

function item(fields: Partial<WorkItem> & { id: string }): WorkItem {
  const plain = { key: "", title: "", type: "", isBet: false, parentId: null, url: "" };
  return { ...plain, sheet: none, statement: none, standingMirror: null, lane: null, ...fields };
}
const itemOfProject = (project: Project): WorkItem => {
  const page = documentsOf(project).find(titled("Alignment Sheet"));
  return item({ id: project.id, isBet: true, sheet: page ? readSheet(page.content ?? "") : none });
};
const itemOfIssue = (issue: Issue): WorkItem => {
  const names = issue.labelIds.map((id) => store.get("IssueLabel", id).name);
  const declared = names.map((name) => lane.safeParse(name)).find(({ success }) => success);
  return item({ id: issue.id, parentId: issue.projectId, lane: declared?.data ?? null });
};

describe("the seed in Linear", () => {
  it("has every kind of alignment and every reason for an orphan that Linear can have", () => {
    const items = new Map(store.all("Project").map((project) => [project.id, itemOfProject(project)]));
    const seen = new Map<string, number>();
    for (const issue of store.all("Issue").map(itemOfIssue)) {
      const chain = chainOf(issue, (id) => items.get(id));
      const alignment = resolveAlignment(issue, chain, { byType: {} }, now);
      const names =
        alignment.kind === "orphan"
          ? alignment.reasons
          : [alignment.kind === "lane" ? alignment.lane : alignment.kind];
      for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(
      [
        "aligned",
        ...lane.options,
        "no-parent",
        "parent-without-sheet",
        "no-aim",
        "no-mechanism",
        "bet-stopped",
        "gate-overdue",
      ].sort(),
    );
  });

  it("has every standing among its projects' statements", () => {
    const policyPage = store.all("Document").find(titled("Gate policy"));
    const policy = readPolicy(policyPage?.content ?? "");
    if (policy.kind !== "value") throw new Error("the policy does not read");
    const standings = store.all("Project").map((project) => {
      const page = documentsOf(project).find(titled("Problem statement"));
      const comments = store
        .all("Comment")
        .filter((comment) => comment.documentContentId === page?.documentContentId);
      const evidence = comments.flatMap(({ body, userId, createdAt }) => {
        const author = { id: userId ?? "", name: "", kind: "person" as const };
        return evidenceIn(body, { author, createdAt, editedAt: null, edited: "no" });
      });
      const statement = page ? readStatement(page.content ?? "") : none;
      return standingOf({ id: project.id, statement }, evidence, policy.value).standing;
    });
    expect([...new Set(standings)].sort()).toEqual(
      ["incomplete", "missing", "partial", "signed", "stale", "unsigned"].sort(),
    );
  });
});
