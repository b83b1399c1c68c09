import { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import { editIssue } from "../edit-issue";
import type { JiraUser } from "../records";
import { type Refusal, refuse } from "../refusal";
import type { JiraSite } from "../site";

const cell = z.object({ row: z.number(), column: z.number(), value: z.array(z.number()).max(1) });

/** Writes one cell of the navigator's table: a custom field by its number, of an issue by its own. */
export function saveCell(site: JiraSite, user: JiraUser, requestBody: unknown): Result<null, Refusal> {
  const parsed = cell.safeParse(requestBody);
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
  const { row, column, value } = parsed.data;
  const fields = { [`customfield_${column}`]: value[0] ?? null };
  const done = editIssue(site, user, String(row), { fields });
  return done.ok ? ok(null) : err(done.error);
}
