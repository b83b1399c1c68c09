import type { RequiredFunction } from "../../../shared/domain/policy";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { Members } from "../../../shared/domain/signers";
import type { WriteFailure } from "../../store/outbox-row";
import type { WriteCall } from "../write-port";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";
import { groupPage, role, roles } from "./write-responses";

type Found = Result<string[] | null, WriteFailure>;

/** Who belongs to the groups and the project's roles that functions name. A name that may not be read or is gone is left out. */
export async function readMembers(
  call: WriteCall,
  project: string,
  functions: readonly RequiredFunction[],
  signal: AbortSignal,
): Promise<Result<Members, WriteFailure>> {
  const groups: Record<string, string[]> = {};
  for (const name of namesOf(functions.map((it) => it.groups))) {
    const found = await groupMembers(call, name, signal);
    if (!found.ok) return found;
    if (found.value !== null) groups[name] = found.value;
  }
  const named = namesOf(functions.map((it) => it.roles));
  if (named.length === 0) return ok({ groups, roles: {} });
  const all = mayBeHidden(readJson(await call(requests.roles(project), signal), roles));
  if (!all.ok) return all;
  const inRoles: Record<string, string[]> = {};
  for (const name of named) {
    const id = /\/(\d+)$/.exec(all.value?.[name] ?? "")?.[1];
    const found: Found = id === undefined ? ok(null) : await roleMembers(call, project, id, signal);
    if (!found.ok) return found;
    if (found.value !== null) inRoles[name] = found.value;
  }
  return ok({ groups, roles: inRoles });
}

const namesOf = (lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((it) => it ?? [])),
];

async function groupMembers(call: WriteCall, group: string, signal: AbortSignal): Promise<Found> {
  const people: string[] = [];
  for (let startAt = 0; ; ) {
    const page = mayBeHidden(readJson(await call(requests.groupMembers(group, startAt), signal), groupPage));
    if (!page.ok || page.value === null) return page.ok ? ok(null) : page;
    people.push(...page.value.values.filter((it) => it.active).map((it) => it.accountId));
    startAt += page.value.values.length;
    if (page.value.isLast || page.value.values.length === 0) return ok(people);
  }
}

async function roleMembers(
  call: WriteCall,
  project: string,
  id: string,
  signal: AbortSignal,
): Promise<Found> {
  const found = mayBeHidden(readJson(await call(requests.role(project, id), signal), role));
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const people: string[] = [];
  for (const { actorUser, actorGroup } of found.value.actors) {
    if (actorUser) people.push(actorUser.accountId);
    if (!actorGroup) continue;
    const members = await groupMembers(call, actorGroup.name, signal);
    // A role of which only a part is known is not known.
    if (!members.ok || members.value === null) return members;
    people.push(...members.value);
  }
  return ok([...new Set(people)]);
}

/** Null: Jira does not let this person see it, or there is none. */
function mayBeHidden<T>(result: Result<T, WriteFailure>): Result<T | null, WriteFailure> {
  if (result.ok) return result;
  const { kind } = result.error;
  return kind === "forbidden" || kind === "not-found" ? ok(null) : err(result.error);
}
