import { z } from "zod";
import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { Parsed } from "../tracker/tracker-api";
import type { WriteCall } from "../tracker/write-port";
import { propertyKeys } from "./property-keys";
import { namesOf, readWorkItem } from "./work-item";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";

const page = z.object({ issues: z.array(z.unknown()), nextPageToken: z.string().nullish() });
const [perPage, mostPages] = [100, 20];

/** How far a project was read. */
export interface ProjectRead {
  issues: number;
  /** There are more than were read. */
  isCut: boolean;
}

/** Reads the unfinished issues of a project, a hundred at a time; `learn` hears of each page. */
export async function readProject(
  call: WriteCall,
  project: string,
  origin: string,
  learn: (parsed: Parsed, soFar: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<ProjectRead, WriteFailure>> {
  let issues = 0;
  let token: string | null = null;
  const jql = `project = ${JSON.stringify(project)} AND statusCategory != Done ORDER BY created DESC`;
  for (let at = 0; at < mostPages; at += 1) {
    const request = requests.search(jql, Object.values(propertyKeys), perPage, token);
    const read: Result<z.infer<typeof page>, WriteFailure> = readJson(await call(request, signal), page);
    if (!read.ok) return read;
    const parsed: Parsed = { items: [], malformed: [], policies: [] };
    for (const raw of read.value.issues) {
      const item = readWorkItem(raw, origin);
      if (item !== null) parsed.items.push(item);
      else parsed.malformed.push(...namesOf(raw));
    }
    issues += read.value.issues.length;
    await learn(parsed, issues);
    token = read.value.nextPageToken ?? null;
    if (token === null) return ok({ issues, isCut: false });
  }
  return ok({ issues, isCut: true });
}
