import type { Lane } from "../../../shared/domain/lane";
import type { Company, Sprint, Ticket } from "../company/company";
import { projectId } from "./fill-bets";
import { fillStatement } from "./fill-documents";
import { stateId, userId } from "./fill-team";
import { uuidFor } from "./ids";
import type { Issue, WorkflowState } from "./model";
import type { Site } from "./workspace";

const dayMs = 86_400_000;
const priorities: Record<Ticket["priority"], number> = { none: 0, urgent: 1, high: 2, medium: 3, low: 4 };
const laneColours: Record<Lane, string> = {
  incident: "#eb5757",
  bug: "#f2994a",
  upkeep: "#95a2b3",
  spike: "#bb87fc",
};
const labelColours = ["#26b5ce", "#4cb782", "#5e6ad2", "#f2c94c", "#f7c8c1", "#0f783c"];

export const issueId = (number: number) => uuidFor(`issue:ATL-${number}`);
const cycleId = (sprintId: string) => uuidFor(`cycle:${sprintId}`);
const laneLabelId = (lane: Lane) => uuidFor(`label:lane:${lane}`);
const labelId = (name: string) => uuidFor(`label:${name}`);

/** Sprints as cycles, labels with the group "Lane", tickets as issues. A sub-issue is in its parent's project, as in Linear. */
export function fillIssues(site: Site, company: Company): void {
  const start = site.now().getTime();
  const filled = new Date(start - 100 * dayMs).toISOString();
  const stamps = { createdAt: filled, updatedAt: filled };
  const tickets = new Map(company.tickets.map((ticket) => [ticket.number, ticket]));
  fillCycles(site, company.sprints);
  fillLabels(site, company.tickets, stamps);

  const numbers = [...tickets.keys()].sort((a, b) => a - b);
  const ages = new Map(numbers.map((number, rank) => [number, 90 * dayMs * (1 - rank / numbers.length)]));
  company.tickets.forEach((ticket, rank) => {
    const createdAt = new Date(start - (ages.get(ticket.number) ?? 0)).toISOString();
    const betId = betOf(ticket, tickets);
    const lane = ticket.lane ?? (betId === null ? laneByType(company, ticket.type) : null);
    const inCycle = ticket.sprintId !== null;
    const issue: Issue = {
      typename: "Issue",
      id: issueId(ticket.number),
      createdAt,
      updatedAt: createdAt,
      number: ticket.number,
      title: ticket.summary,
      description: ticket.description === "" ? null : ticket.description,
      teamId: site.team.id,
      stateId: stateId(stateOf(ticket)),
      assigneeId: ticket.assigneeId === null ? null : userId(ticket.assigneeId),
      creatorId: userId(company.people[0]?.id ?? ""),
      projectId: betId === null ? null : projectId(betId),
      parentId: ticket.parentNumber === null ? null : issueId(ticket.parentNumber),
      cycleId: ticket.sprintId === null ? null : cycleId(ticket.sprintId),
      labelIds: [...ticket.labels.map(labelId), ...(lane === null ? [] : [laneLabelId(lane)])],
      priority: priorities[ticket.priority],
      estimate: ticket.points,
      dueDate: null,
      sortOrder: rank * 100,
      subIssueSortOrder: ticket.parentNumber === null ? null : rank,
      prioritySortOrder: rank * 100,
      addedToCycleAt: inCycle ? createdAt : null,
      addedToProjectAt: betId === null ? null : createdAt,
      startedAt: ticket.status === "todo" ? null : createdAt,
      completedAt: ticket.status === "done" ? createdAt : null,
      canceledAt: null,
      trashed: null,
    };
    site.store.insert(issue);
    if (ticket.statement) {
      fillStatement(site, ticket.statement, [], { name: `issue:${ticket.number}`, issueId: issue.id });
    }
  });
}

function stateOf(ticket: Ticket): WorkflowState["type"] {
  if (ticket.status === "progress") return "started";
  if (ticket.status === "done") return "completed";
  return ticket.sprintId === null ? "backlog" : "unstarted";
}

/** The ticket's bet, or the nearest of its parents'; parents in a circle give none. */
function betOf(ticket: Ticket, tickets: ReadonlyMap<number, Ticket>): string | null {
  const seen = new Set<Ticket>();
  for (let next: Ticket | undefined = ticket; next && !seen.has(next); ) {
    if (next.betId !== null) return next.betId;
    seen.add(next);
    const above: number | null = next.parentNumber;
    next = above === null ? undefined : tickets.get(above);
  }
  return null;
}

/** Linear has no issue types, so a lane that the policy gives by type, to what serves no bet, becomes a label. */
function laneByType({ policy }: Company, type: string): Lane | null {
  const given = Object.entries(policy.lanes.byType);
  return given.find(([name]) => name.toLowerCase() === type.toLowerCase())?.[1] ?? null;
}

/** Cycles always have both dates: a sprint without them follows the one before it, two weeks long. */
function fillCycles(site: Site, sprints: readonly Sprint[]): void {
  let nextStart = site.now().getTime() - 7 * dayMs;
  sprints.forEach((sprint, index) => {
    const startsAt = sprint.startDate === null ? nextStart : Date.parse(sprint.startDate);
    const endsAt = sprint.endDate === null ? startsAt + 14 * dayMs : Date.parse(sprint.endDate);
    nextStart = endsAt;
    const at = new Date(Math.min(startsAt, site.now().getTime())).toISOString();
    site.store.insert({
      typename: "Cycle",
      id: cycleId(sprint.id),
      createdAt: at,
      updatedAt: at,
      number: index + 1,
      name: sprint.name,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      completedAt: sprint.state === "closed" ? new Date(endsAt).toISOString() : null,
      teamId: site.team.id,
    });
  });
}

function fillLabels(
  site: Site,
  tickets: readonly Ticket[],
  stamps: { createdAt: string; updatedAt: string },
): void {
  const group = uuidFor("label-group:Lane");
  const insert = (id: string, name: string, color: string, parentId: string | null, isGroup = false) =>
    site.store.insert({
      typename: "IssueLabel",
      id,
      ...stamps,
      name,
      description: null,
      color,
      isGroup,
      parentId,
      teamId: site.team.id,
      creatorId: null,
    });
  insert(group, "Lane", "#bec2c8", null, true);
  for (const [lane, color] of Object.entries(laneColours) as [Lane, string][]) {
    insert(laneLabelId(lane), lane, color, group);
  }
  const names = new Set(tickets.flatMap((ticket) => ticket.labels));
  [...names].forEach((name, index) => {
    insert(labelId(name), name, labelColours[index % labelColours.length] ?? "#bec2c8", null);
  });
}
