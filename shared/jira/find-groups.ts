import { z } from "zod";
import { err, ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import type { WriteCall, WritePort } from "../tracker/write-port";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";

const picked = z.object({ groups: z.array(z.object({ name: z.string() })).default([]) });
/** Addresses of roles by their names. */
const roles = z.record(z.string(), z.string());

type Found = Awaited<ReturnType<WritePort["findGroups"]>>;

/**
 * Groups of the site and roles of a project whose names hold these words. Who may not browse groups gets those that are called just so,
 * who administers no project gets no roles.
 */
export async function findGroups(
  call: WriteCall,
  project: string,
  words: string,
  signal: AbortSignal,
): Promise<Found> {
  const [groups, named] = await Promise.all([
    call(requests.groups(words), signal).then((it) => readJson(it, picked)),
    call(requests.roles(project), signal).then((it) => unlessHidden(readJson(it, roles))),
  ]);
  if (!groups.ok) return groups;
  if (!named.ok) return named;
  const even = words.toLowerCase();
  const fitting = Object.keys(named.value).filter((it) => it.toLowerCase().includes(even));
  return ok([
    ...groups.value.groups.map(({ name }) => ({ kind: "group" as const, name })),
    ...fitting.map((name) => ({ kind: "role" as const, name })),
  ]);
}

function unlessHidden<T extends object>(result: Result<T, WriteFailure>): Result<T | object, WriteFailure> {
  if (result.ok) return result;
  return result.error.kind === "forbidden" || result.error.kind === "not-found" ? ok({}) : err(result.error);
}
