import { ok, type Result } from "../../../shared/domain/result";
import { getIssueTo } from "./get-issue";
import { can } from "./permissions";
import type { JiraProject, JiraUser } from "./records";
import { type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";

/** Documented limits of an entity property: key in characters, value in characters of its JSON. */
export const longestPropertyKey = 255;
export const longestPropertyValue = 32_768;

/** Whether a write made the property or replaced it: the API answers 201 or 200. */
export type Written = "created" | "updated";

/** Why a property cannot be written as JSON text; null when it can. */
export function propertyObstacle(key: string, json: string): string | null {
  if (key.length > longestPropertyKey)
    return `The property key cannot be longer than ${longestPropertyKey} characters.`;
  if (json.trim() === "") return "The property value cannot be empty.";
  if (json.length > longestPropertyValue)
    return `The property value cannot be longer than ${longestPropertyValue} characters.`;
  try {
    JSON.parse(json);
    return null;
  } catch {
    return "The property value must be a valid JSON.";
  }
}

/** Writes an issue property from its JSON text. Needs *Edit issues*. */
export function setProperty(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  key: string,
  json: string,
): Result<Written, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "EDIT_ISSUES", "edit this issue");
  if (!issue.ok) return issue;
  const obstacle = propertyObstacle(key, json);
  if (obstacle !== null) return refuse(400, obstacle);
  const written = write(issue.value.properties, key, json);
  site.emit({ kind: "property-changed", issue: issue.value, key, by });
  return ok(written);
}

/** Removes an issue property; 404 when there is none. Needs *Edit issues*. */
export function deleteProperty(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  key: string,
): Result<null, Refusal> {
  const issue = getIssueTo(site, by, idOrKey, "EDIT_ISSUES", "edit this issue");
  if (!issue.ok) return issue;
  if (!issue.value.properties.delete(key)) return noSuchProperty(key);
  site.emit({ kind: "property-changed", issue: issue.value, key, by });
  return ok(null);
}

/** A project by id or key that this person may browse. */
export function getProject(site: JiraSite, by: JiraUser, idOrKey: string): Result<JiraProject, Refusal> {
  const project = site.projects.find((it) => it.id === idOrKey || it.key === idOrKey.toUpperCase());
  if (project === undefined || !can(site, by, "BROWSE_PROJECTS"))
    return refuse(404, `No project could be found with key '${idOrKey}'.`);
  return ok(project);
}

/** Writes a project property from its JSON text. Needs *Administer Projects*. */
export function setProjectProperty(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  key: string,
  json: string,
): Result<Written, Refusal> {
  const project = administered(site, by, idOrKey);
  if (!project.ok) return project;
  const obstacle = propertyObstacle(key, json);
  if (obstacle !== null) return refuse(400, obstacle);
  const written = write(project.value.properties, key, json);
  site.emit({ kind: "project-property-changed", project: project.value, key, by });
  return ok(written);
}

/** Removes a project property; 404 when there is none. Needs *Administer Projects*. */
export function deleteProjectProperty(
  site: JiraSite,
  by: JiraUser,
  idOrKey: string,
  key: string,
): Result<null, Refusal> {
  const project = administered(site, by, idOrKey);
  if (!project.ok) return project;
  if (!project.value.properties.delete(key)) return noSuchProperty(key);
  site.emit({ kind: "project-property-changed", project: project.value, key, by });
  return ok(null);
}

export const noSuchProperty = (key: string) => refuse(404, `The property with key '${key}' does not exist.`);

function administered(site: JiraSite, by: JiraUser, idOrKey: string): Result<JiraProject, Refusal> {
  const project = getProject(site, by, idOrKey);
  if (!project.ok || can(site, by, "ADMINISTER_PROJECTS")) return project;
  return refuse(403, "You do not have permission to administer this project.");
}

function write(properties: Map<string, unknown>, key: string, json: string): Written {
  const written = properties.has(key) ? "updated" : "created";
  properties.set(key, JSON.parse(json));
  return written;
}
