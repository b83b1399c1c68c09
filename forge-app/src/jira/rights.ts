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

/** Which of these issues, by id, the asking account may edit, and which of them it may put into sprints. */
export async function rightsAmong(
  ask: AskJira,
  issues: readonly string[],
): Promise<Result<{ edit: Set<string>; schedule: Set<string> }, JiraFailure>> {
  const permissions = ["EDIT_ISSUES", "SCHEDULE_ISSUES"];
  const body = { projectPermissions: [{ issues: issues.map(Number), permissions }] };
  const read = await ask({ method: "POST", path: "/rest/api/3/permissions/check", body }, checked);
  if (!read.ok) return read.error.kind === "hidden" ? ok({ edit: new Set(), schedule: new Set() }) : read;
  const granted = (name: string) =>
    new Set(
      read.value.projectPermissions.flatMap(({ permission, issues }) =>
        permission === name ? issues.map(String) : [],
      ),
    );
  return ok({ edit: granted("EDIT_ISSUES"), schedule: granted("SCHEDULE_ISSUES") });
}
