import type { Company } from "../company/company";
import { uuidFor } from "./ids";
import type { Organization, Team, WorkflowState } from "./model";
import type { Store } from "./store";

const states: Pick<WorkflowState, "name" | "type" | "color">[] = [
  { name: "Backlog", type: "backlog", color: "#bec2c8" },
  { name: "Todo", type: "unstarted", color: "#e2e2e2" },
  { name: "In Progress", type: "started", color: "#f2c94c" },
  { name: "Done", type: "completed", color: "#5e6ad2" },
  { name: "Canceled", type: "canceled", color: "#95a2b3" },
];

export const stateId = (type: WorkflowState["type"]) => uuidFor(`state:${type}`);
export const userId = (personId: string) => uuidFor(`user:${personId}`);

/** The organization, its people, the team ATL with its states. Everyone but a stranger is on the team. */
export function fillTeam(
  store: Store,
  company: Company,
  now: () => Date,
): { organization: Organization; team: Team } {
  const founded = new Date(now().getTime() - 400 * 86_400_000).toISOString();
  const stamps = { createdAt: founded, updatedAt: founded };
  const organization: Organization = {
    typename: "Organization",
    id: uuidFor("organization"),
    ...stamps,
    name: company.name,
    urlKey: company.name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
  };
  const team: Team = {
    typename: "Team",
    id: uuidFor("team:ATL"),
    ...stamps,
    key: "ATL",
    name: "Atlas",
    organizationId: organization.id,
    cyclesEnabled: true,
    cycleIssueAutoAssignStarted: true,
    cycleIssueAutoAssignCompleted: true,
    defaultIssueStateId: stateId("backlog"),
  };
  store.insert(organization);
  store.insert(team);
  for (const person of company.people) {
    const id = userId(person.id);
    store.insert({
      typename: "User",
      id,
      ...stamps,
      personId: person.id,
      name: person.name,
      displayName: person.id,
      email: person.email,
      admin: person.role === "admin",
      organizationId: organization.id,
    });
    if (person.role === "stranger") continue;
    const membership = { id: uuidFor(`membership:${person.id}`), teamId: team.id, userId: id };
    store.insert({ typename: "TeamMembership", ...stamps, ...membership });
  }
  states.forEach((state, position) => {
    const id = stateId(state.type);
    store.insert({ typename: "WorkflowState", id, ...stamps, ...state, position, teamId: team.id });
  });
  return { organization, team };
}
