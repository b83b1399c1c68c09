import { defaultPolicy, type Policy } from "../../../../shared/domain/policy";
import type { Person } from "../company";

const person = (id: string, name: string, role: Person["role"]): Person => ({
  id,
  name,
  email: `${id}@northwind.example`,
  role,
});

/** Who works at Northwind. Olga is from an outside auditor and may not see the project. */
export const people: Person[] = [
  person("ana", "Ana Duarte", "admin"),
  person("raj", "Raj Patel", "signer"),
  person("lena", "Lena Fischer", "signer"),
  person("tom", "Tom de Vries", "member"),
  person("mei", "Mei Tanaka", "member"),
  person("sofia", "Sofia Kowalska", "member"),
  person("ben", "Ben Okafor", "member"),
  person("noor", "Noor Haddad", "member"),
  person("olga", "Olga Petrova", "stranger"),
];

/** Northwind has just begun: the gate observes, two functions sign, and every Incident is in a lane by its type. */
export const policy: Policy = {
  ...defaultPolicy,
  functions: [
    { name: "product", signers: ["raj", "ana"] },
    { name: "engineering", signers: ["lena"] },
  ],
  lanes: { byType: { Incident: "incident" } },
};
