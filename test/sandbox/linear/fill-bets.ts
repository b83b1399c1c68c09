import type { SheetState } from "../../../shared/domain/sheet";
import type { Bet, Company } from "../company/company";
import { colours, fillAims, initiativeId } from "./fill-aims";
import { fillPolicy, fillSheet, fillStatement } from "./fill-documents";
import { userId } from "./fill-team";
import { slugIdFor, uuidFor } from "./ids";
import type { ProjectStatus } from "./model";
import type { Site } from "./workspace";

const statuses: Pick<ProjectStatus, "name" | "type" | "color">[] = [
  { name: "Backlog", type: "backlog", color: "#bec2c8" },
  { name: "Planned", type: "planned", color: "#e2e2e2" },
  { name: "In Progress", type: "started", color: "#f2c94c" },
  { name: "Paused", type: "paused", color: "#bec2c8" },
  { name: "Completed", type: "completed", color: "#5e6ad2" },
  { name: "Canceled", type: "canceled", color: "#95a2b3" },
];
const statusOfSheet: Record<SheetState, ProjectStatus["type"]> = {
  draft: "planned",
  active: "started",
  changed: "started",
  stopped: "canceled",
  achieved: "completed",
};
const projectStatusId = (type: ProjectStatus["type"]) => uuidFor(`project-status:${type}`);
export const projectId = (betId: string) => uuidFor(`project:${betId}`);

/**
 * Aims as initiatives, bets as projects with their documents and sign-offs, and the project that holds the policy.
 * Projects have no project above them, so a bet without a sheet (or statement) carries that of its nearest parent bet,
 * and belongs to that bet's initiative.
 */
export function fillBets(site: Site, company: Company): void {
  const { store } = site;
  const at = new Date(site.now().getTime() - 120 * 86_400_000).toISOString();
  const stamps = { createdAt: at, updatedAt: at };
  const admin = company.people.find((person) => person.role === "admin") ?? company.people[0];
  const adminId = admin ? userId(admin.id) : null;
  const actor = adminId === null ? null : { userId: adminId };

  statuses.forEach((status, position) => {
    store.insert({
      typename: "ProjectStatus",
      id: projectStatusId(status.type),
      ...stamps,
      ...status,
      position,
    });
  });
  fillAims(site, company, adminId, at);

  company.bets.forEach((bet, index) => {
    const line = lineage(bet, company.bets);
    const sheet = line.find((one) => one.sheet !== null)?.sheet ?? null;
    const aimId = line.find((one) => one.sheet !== null || one.aimId !== null)?.aimId ?? null;
    const stated = line.find((one) => one.statement !== null);
    const place = { name: bet.id, projectId: projectId(bet.id) };
    fillProject(site, bet.id, bet.title, sheet ? statusOfSheet[sheet.state] : "started", index, adminId, at);
    if (aimId !== null) {
      const link = { id: uuidFor(`initiative-to-project:${bet.id}`), sortOrder: String(index) };
      const ends = { initiativeId: initiativeId(aimId), projectId: place.projectId };
      store.insert({ typename: "InitiativeToProject", ...stamps, ...link, ...ends });
    }
    if (sheet) fillSheet(site, actor, sheet, place);
    if (stated?.statement) fillStatement(site, stated.statement, stated.signOffs, place);
  });

  fillProject(site, "plumbline", "Plumbline", "started", company.bets.length, adminId, at);
  fillPolicy(site, actor, company.policy, projectId("plumbline"));
}

function fillProject(
  site: Site,
  betId: string,
  name: string,
  status: ProjectStatus["type"],
  index: number,
  leadId: string | null,
  at: string,
): void {
  site.store.insert({
    typename: "Project",
    id: projectId(betId),
    createdAt: at,
    updatedAt: at,
    name,
    description: "",
    content: null,
    slugId: slugIdFor(`project:${betId}`),
    color: colours[index % colours.length] ?? "#5e6ad2",
    icon: null,
    statusId: projectStatusId(status),
    leadId,
    creatorId: leadId,
    memberIds: [],
    teamIds: [site.team.id],
    priority: 0,
    sortOrder: index,
    startDate: null,
    targetDate: null,
    startedAt: at,
    completedAt: status === "completed" ? at : null,
    canceledAt: status === "canceled" ? at : null,
  });
}

/** The bet and those above it, nearest first; a circle ends where it closes. */
function lineage(bet: Bet, bets: readonly Bet[]): Bet[] {
  const line: Bet[] = [];
  for (let next: Bet | undefined = bet; next && !line.includes(next); ) {
    line.push(next);
    const above: string | null = next.parentBetId;
    next = bets.find((one) => one.id === above);
  }
  return line;
}
