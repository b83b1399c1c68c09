import type { Result } from "../../../shared/domain/result";
import { changeItem, recordChange } from "./changelog";
import { nextKey } from "./create-issue";
import { getIssueTo } from "./get-issue";
import { getProject } from "./properties";
import type { JiraIssue, JiraUser } from "./records";
import type { Refusal } from "./refusal";
import type { JiraSite } from "./site";

/** Moves an issue into another project, where it gets a new key; the old key goes on leading to it. Needs *Move issues*. */
export function moveIssue(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  projectKey: string,
): Result<JiraIssue, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "MOVE_ISSUES", "move this issue");
  if (!issue.ok) return issue;
  const project = getProject(site, by, projectKey);
  if (!project.ok) return project;
  const { key, projectId } = issue.value;
  const before = site.projects.find((it) => it.id === projectId);
  issue.value.key = nextKey(site, project.value);
  issue.value.projectId = project.value.id;
  site.idsByKey.set(issue.value.key, issue.value.id);
  recordChange(site, issue.value, by, [
    changeItem({ field: "Key" }, { id: null, name: key }, { id: null, name: issue.value.key }),
    changeItem(
      { field: "project", fieldId: "project" },
      { id: projectId, name: before?.name ?? null },
      project.value,
    ),
  ]);
  return issue;
}
