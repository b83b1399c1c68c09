import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "./ask-jira";

const mine = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
const checked = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), issues: z.array(z.number()) })),
});

/**
 * Whether the asking account holds a permission, by Jira's key: of a project by its id, or of the site where that is null. Of a
 * project that it may not see it holds nothing.
 */
export async function holds(
  ask: AskJira,
  permission: string,
  projectId: string | null,
): Promise<Result<boolean, JiraFailure>> {
  const where = projectId === null ? "" : `&projectId=${encodeURIComponent(projectId)}`;
  const path = `/rest/api/3/mypermissions?permissions=${encodeURIComponent(permission)}${where}`;
  const read = await ask({ method: "GET", path }, mine);
  if (!read.ok) return read.error.kind === "hidden" ? ok(false) : read;
  const { permissions } = read.value;
  return ok(Object.hasOwn(permissions, permission) && permissions[permission]?.havePermission === true);
}

/** Which of these issues, by id, the asking account may edit. */
export async function editableAmong(
  ask: AskJira,
  issues: readonly string[],
): Promise<Result<Set<string>, JiraFailure>> {
  const body = { projectPermissions: [{ issues: issues.map(Number), permissions: ["EDIT_ISSUES"] }] };
  const read = await ask({ method: "POST", path: "/rest/api/3/permissions/check", body }, checked);
  if (!read.ok) return read.error.kind === "hidden" ? ok(new Set()) : read;
  const grants = read.value.projectPermissions.filter(({ permission }) => permission === "EDIT_ISSUES");
  return ok(new Set(grants.flatMap((it) => it.issues.map(String))));
}
