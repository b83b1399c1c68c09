import { z } from "zod";
import type { TicketBelow } from "../domain/inheritors";
import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { Below, WriteCall } from "../tracker/write-port";
import { propertyKeys } from "./property-keys";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";

/** Below an initiative there are epics, stories and sub-tasks. */
const mostLevels = 3;
const mostPages = 4;

const found = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      fields: z.object({ summary: z.string().nullish(), parent: z.object({ id: z.string() }).nullish() }),
      properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  nextPageToken: z.string().nullish(),
});

/** The tickets below an issue, level by level and a hundred at a time, as far as a few calls go. */
export async function readBelow(
  call: WriteCall,
  issue: string,
  signal: AbortSignal,
): Promise<Result<Below, WriteFailure>> {
  const tickets = new Map<string, TicketBelow>();
  let [parents, pages] = [[issue], 0];
  for (let level = 0; parents.length > 0; level += 1) {
    if (level === mostLevels) return ok({ tickets: [...tickets.values()], isCut: true });
    const next: string[] = [];
    for (let token: string | null = null; ; ) {
      if (pages === mostPages) return ok({ tickets: [...tickets.values()], isCut: true });
      pages += 1;
      const answer = await call(requests.children(parents, propertyKeys.statement, token), signal);
      const page = readJson(answer, found);
      if (!page.ok) return page;
      for (const { id, key, fields, properties } of page.value.issues) {
        const hasOwn = (properties[propertyKeys.statement] ?? null) !== null;
        if (!tickets.has(id) && !hasOwn) next.push(id);
        tickets.set(id, {
          id,
          key,
          title: fields.summary ?? "",
          parentId: fields.parent?.id ?? issue,
          hasOwn,
        });
      }
      token = page.value.nextPageToken ?? null;
      if (token === null) break;
    }
    parents = next;
  }
  return ok({ tickets: [...tickets.values()], isCut: false });
}
