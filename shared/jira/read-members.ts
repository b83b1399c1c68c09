import { z } from "zod";
import { isAppPermission } from "../domain/app-permission";
import type { RequiredFunction } from "../domain/policy";
import { ok, type Result } from "../domain/result";
import type { Members } from "../domain/signers";

/** Asks Jira for what a path leads to. Null: it may not be seen, or there is none. */
export type AskMaybe<E> = <T>(path: string, schema: z.ZodType<T>) => Promise<Result<T | null, E>>;

const groupPage = z.object({
  isLast: z.boolean(),
  values: z.array(z.object({ accountId: z.string().min(1), active: z.boolean().default(true) })),
});
/** Holders of a permission; a page is of all users, and those in it that hold it are given. */
const holders = z.array(
  z.object({
    accountId: z.string().min(1),
    active: z.boolean().default(true),
    accountType: z.string().default(""),
  }),
);
/** Of so many users Jira searches a permission's holders (platform specification, 2026-05). */
const mostSearched = 1_000;

/** Addresses of roles by their names. */
const roles = z.record(z.string(), z.string());
const role = z.object({
  actors: z
    .array(
      z.object({
        actorUser: z.object({ accountId: z.string().min(1) }).nullish(),
        actorGroup: z.object({ name: z.string() }).nullish(),
      }),
    )
    .default([]),
});

const membersPath = (group: string, startAt: number) =>
  `/rest/api/3/group/member?groupname=${encodeURIComponent(group)}&startAt=${startAt}&maxResults=50`;
const rolesPath = (project: string) => `/rest/api/3/project/${encodeURIComponent(project)}/role`;
const rolePath = (project: string, id: string) => `${rolesPath(project)}/${id}?excludeInactiveUsers=true`;

const holdersPath = (project: string, permission: string) =>
  `/rest/api/3/user/permission/search?query=&projectKey=${encodeURIComponent(project)}` +
  `&permissions=${encodeURIComponent(permission)}&startAt=0&maxResults=${mostSearched}`;

type Found<E> = Result<string[] | null, E>;

/**
 * Who belongs to the groups and the project's roles that functions name. Among the roles may stand permissions that an app defines, by
 * Jira's full name of each: to who does not know them they are roles that are not there, and nobody's. A name that may not be read or
 * is gone is left out.
 */
export async function readMembers<E>(
  ask: AskMaybe<E>,
  project: string,
  functions: readonly Pick<RequiredFunction, "groups" | "roles">[],
): Promise<Result<Members, E>> {
  const groups: Record<string, string[]> = {};
  for (const name of namesOf(functions.map((it) => it.groups))) {
    const found = await groupMembers(ask, name);
    if (!found.ok) return found;
    if (found.value !== null) groups[name] = found.value;
  }
  const named = namesOf(functions.map((it) => it.roles));
  const inRoles: Record<string, string[]> = {};
  for (const name of named.filter(isAppPermission)) {
    const found = await ask(holdersPath(project, name), holders);
    if (!found.ok) return found;
    const people = found.value?.filter((it) => it.active && it.accountType !== "app");
    if (people) inRoles[name] = people.map(({ accountId }) => accountId);
  }
  if (named.every(isAppPermission)) return ok({ groups, roles: inRoles });
  const all = await ask(rolesPath(project), roles);
  if (!all.ok) return all;
  for (const name of named.filter((it) => !isAppPermission(it))) {
    const id = /\/(\d+)$/.exec(all.value?.[name] ?? "")?.[1];
    const found: Found<E> = id === undefined ? ok(null) : await roleMembers(ask, project, id);
    if (!found.ok) return found;
    if (found.value !== null) inRoles[name] = found.value;
  }
  return ok({ groups, roles: inRoles });
}

const namesOf = (lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((it) => it ?? [])),
];

async function groupMembers<E>(ask: AskMaybe<E>, group: string): Promise<Found<E>> {
  const people: string[] = [];
  for (let startAt = 0; ; ) {
    const page = await ask(membersPath(group, startAt), groupPage);
    if (!page.ok || page.value === null) return page.ok ? ok(null) : page;
    people.push(...page.value.values.filter((it) => it.active).map((it) => it.accountId));
    startAt += page.value.values.length;
    if (page.value.isLast || page.value.values.length === 0) return ok(people);
  }
}

async function roleMembers<E>(ask: AskMaybe<E>, project: string, id: string): Promise<Found<E>> {
  const found = await ask(rolePath(project, id), role);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const people: string[] = [];
  for (const { actorUser, actorGroup } of found.value.actors) {
    if (actorUser) people.push(actorUser.accountId);
    if (!actorGroup) continue;
    const members = await groupMembers(ask, actorGroup.name);
    // A role of which only a part is known is not known.
    if (!members.ok || members.value === null) return members;
    people.push(...members.value);
  }
  return ok([...new Set(people)]);
}
