import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "./ask-jira";

const project = z.object({ key: z.string().min(1) });

/** The key of a project by its id; null: the asking account may not see it, or there is none. */
export async function readProjectKey(ask: AskJira, id: string): Promise<Result<string | null, JiraFailure>> {
  const read = await ask({ method: "GET", path: `/rest/api/3/project/${encodeURIComponent(id)}` }, project);
  if (read.ok) return ok(read.value.key);
  return read.error.kind === "hidden" ? ok(null) : read;
}
