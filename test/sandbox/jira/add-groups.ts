import type { JiraSite } from "./site";

/** The groups and project roles of a new site: its users and its administrators, each a group that has the role of its kind. */
export function addGroups(site: JiraSite): void {
  const users = site.users.filter(({ role }) => role !== "stranger");
  const administrators = users.filter(({ role }) => role === "admin");
  const [everybody, admins] = [
    { groupId: "3f1c0c5e-8f0b-4a51-9d1f-1d5e5c9a0b01", name: "jira-software-users", members: users },
    { groupId: "3f1c0c5e-8f0b-4a51-9d1f-1d5e5c9a0b02", name: "jira-administrators", members: administrators },
  ];
  site.groups.push(everybody, admins);
  site.roles.push(
    { id: 10_002, name: "Administrators", users: [], groups: [admins] },
    { id: 10_003, name: "Users", users: [], groups: [everybody] },
  );
}
