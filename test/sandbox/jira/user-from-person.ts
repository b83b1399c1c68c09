import { createHash } from "node:crypto";
import type { Person } from "../company/company";
import type { JiraUser } from "./records";

/** A person's Atlassian account; the account id is made from the person's id, so it is the same in every run. */
export function userFromPerson(person: Person): JiraUser {
  const hex = createHash("sha256").update(person.id).digest("hex");
  const uuid = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return {
    personId: person.id,
    accountId: `712020:${uuid.join("-")}`,
    displayName: person.name,
    emailAddress: person.email,
    role: person.role,
    accountType: "atlassian",
  };
}
