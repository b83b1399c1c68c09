import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "../jira/ask-jira";
import { readSite, type SiteFacts } from "../jira/read-site";
import { getKept, keep } from "./kept";

const key = "site";
const kept = z.object({ sprintField: z.string().nullable(), app: z.string().min(1) });

/** What is the same all over the site, read from Jira once a day. */
export async function knownSite(ask: AskJira): Promise<Result<SiteFacts, JiraFailure>> {
  const known = await getKept(key, kept);
  if (known !== null) return ok(known);
  const read = await readSite(ask);
  // A site without sprints may get them in a minute.
  if (read.ok && read.value.sprintField !== null) await keep(key, read.value, 1);
  return read;
}
