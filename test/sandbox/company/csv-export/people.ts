import type { Person } from "../company";

/** Who a first visit is signed in as: an export names no admin. */
const admin: Person = { id: "ana", name: "Ana Duarte", email: "ana@northwind.example", role: "admin" };

/** The admin and everybody to whom a ticket is assigned; an address is made up where the export gives a name only. */
export function peopleOf(assignees: Iterable<string>): {
  people: Person[];
  idOf: ReadonlyMap<string, string>;
} {
  const people = [admin];
  const taken = new Set([admin.id]);
  const idOf = new Map<string, string>();
  for (const name of assignees) {
    if (name === "" || idOf.has(name)) continue;
    const id = free(slug(name), taken);
    taken.add(id);
    idOf.set(name, id);
    people.push({ id, name, email: name.includes("@") ? name : `${id}@northwind.example`, role: "member" });
  }
  return { people, idOf };
}

function slug(name: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "person";
}

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
