import type { RequiredFunction } from "./policy";

/** Who belongs to the groups and roles that a policy names, as the tracker said. A name that is missing could not be read. */
export interface Members {
  groups: Readonly<Record<string, readonly string[]>>;
  roles: Readonly<Record<string, readonly string[]>>;
}

export const noMembers: Members = { groups: {}, roles: {} };

/** Who may sign for a function, by account id. */
export interface Signers {
  /** Nobody is named, so that every person may. */
  anyone: boolean;
  people: ReadonlySet<string>;
  /** May sign too, and are shown as standing in. */
  standIns: ReadonlySet<string>;
  former: ReadonlySet<string>;
  /** Groups and roles whose members are not known. */
  unread: readonly string[];
}

/** The people behind the names of a policy. */
export function signersOf(required: Omit<RequiredFunction, "name">, members: Members): Signers {
  const { signers, groups = [], roles = [], standIns = [], formerSigners = [] } = required;
  const unread: string[] = [];
  const expand = (names: readonly string[], known: Members["groups"]) =>
    names.flatMap((it) => {
      if (Object.hasOwn(known, it)) return known[it] ?? [];
      unread.push(it);
      return [];
    });
  const people = new Set([...signers, ...expand(groups, members.groups), ...expand(roles, members.roles)]);
  return {
    anyone: signers.length + groups.length + roles.length === 0,
    people,
    standIns: new Set(standIns.filter((it) => !people.has(it))),
    former: new Set(formerSigners),
    unread,
  };
}
