import { z } from "zod";
import { type Policy, policy } from "../../../shared/domain/policy";
import { err, none, ok, type Reading, type Result } from "../../../shared/domain/result";
import type { Members } from "../../../shared/domain/signers";
import { readMembers } from "../../../shared/jira/read-members";
import { readProperty } from "../../../shared/jira/work-item";
import type { AskJira, JiraFailure } from "./ask-jira";

const property = z.object({ value: z.unknown() });

/** The gate's policy of a project as it stands now; none: nobody wrote one there. */
export async function readPolicy(
  ask: AskJira,
  project: string,
): Promise<Result<Reading<Policy>, JiraFailure>> {
  const path = `/rest/api/3/project/${encodeURIComponent(project)}/properties/plumbline.policy`;
  const read = await ask({ method: "GET", path }, property);
  if (read.ok) return ok(readProperty(policy, read.value.value));
  return read.error.status === 404 ? ok(none) : err(read.error);
}

/** Who belongs to the groups and roles that a policy names, for signing and for breaking the glass. */
export function readPolicyMembers(
  ask: AskJira,
  project: string,
  { functions, breakGlass }: Policy,
): Promise<Result<Members, JiraFailure>> {
  return readMembers(
    async (path, schema) => {
      const read = await ask({ method: "GET", path }, schema);
      const isUnknown = !read.ok && (read.error.kind === "hidden" || read.error.kind === "refused");
      return isUnknown ? ok(null) : read;
    },
    project,
    [...functions, breakGlass],
  );
}
