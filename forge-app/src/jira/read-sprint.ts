import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "./ask-jira";

const sprint = z.object({ id: z.number(), name: z.string().default(""), state: z.string() });
export type SprintFacts = z.infer<typeof sprint>;

/** A sprint as the asking account sees it; null: it does not, or there is none. */
export async function readSprint(ask: AskJira, id: string): Promise<Result<SprintFacts | null, JiraFailure>> {
  const path = `/rest/agile/1.0/sprint/${encodeURIComponent(id)}`;
  const read = await ask({ method: "GET", path }, sprint);
  return !read.ok && read.error.kind === "hidden" ? ok(null) : read;
}
