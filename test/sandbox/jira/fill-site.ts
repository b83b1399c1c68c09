import type { Bet, Company, Ticket } from "../company/company";
import { addGroups } from "./add-groups";
import { textToAdf } from "./adf";
import { changeItem } from "./changelog";
import { sprintField } from "./fields";
import { writeSignOffs, writeStatement } from "./fill-evidence";
import { issueKeys, projectKeyOf } from "./issue-keys";
import type { JiraIssue, JiraIssueType, JiraSprint, JiraStatus } from "./records";
import type { JiraSite } from "./site";
import { writeStandingMirror } from "./standing-mirror";
import { userFromPerson } from "./user-from-person";
import { priorities, statuses } from "./workflow";

const dayMilliseconds = 86_400_000;
const rankStep = 1000;
/** The oldest issue was opened this long ago, the newest five days ago. */
const oldestMilliseconds = 75 * dayMilliseconds;

/** Puts a company's people, projects, sprints, bets and tickets on an empty site. Throws where it contradicts itself. */
export function fillSite(site: JiraSite, company: Company): void {
  const keys = issueKeys(company);
  const people = new Map(company.people.map((person) => [person.id, userFromPerson(person)]));
  site.users.push(...people.values());
  addGroups(site);
  addProjects(site, company, keys.values());
  const openedAt = site.now().getTime() - oldestMilliseconds;
  const sprints = addSprints(site, company, new Date(openedAt).toISOString());
  const reporters = site.users.filter((user) => user.role !== "stranger");
  const stepMilliseconds = (70 * dayMilliseconds) / (keys.size + 1);
  const issues = new Map<Bet | Ticket, JiraIssue>();
  const positions = new Map(company.tickets.map((ticket, index) => [ticket, index]));

  const add = (source: Bet | Ticket, summary: string, type: string, status: JiraStatus): JiraIssue => {
    const key = known(keys.get(source), "key", summary);
    const index = site.issues.size;
    const created = new Date(openedAt + Math.round(index * stepMilliseconds)).toISOString();
    const project = site.projects.find((it) => it.key === projectKeyOf(key));
    const issue: JiraIssue = {
      ...blankIssue(known(site.issueTypes.get(type), "issue type", key), created),
      id: site.nextId(),
      key,
      projectId: known(project, "project", key).id,
      summary,
      status,
      reporter: known(reporters[index % reporters.length], "person who is no stranger", key),
      rank: (index + 1) * rankStep,
      resolved: status.category.key === "done" ? created : null,
    };
    site.issues.set(issue.id, issue);
    site.idsByKey.set(key.toUpperCase(), issue.id);
    issues.set(source, issue);
    return issue;
  };

  // Ids and dates follow the numbers, ranks the company's backlog order.
  for (const ticket of [...company.tickets].sort((a, b) => a.number - b.number)) {
    const issue = add(ticket, ticket.summary, ticket.type, statuses[ticket.status]);
    issue.description = ticket.description === "" ? null : textToAdf(ticket.description);
    issue.priority = priorities[ticket.priority];
    issue.assignee =
      ticket.assigneeId === null ? null : known(people.get(ticket.assigneeId), "person", issue.key);
    issue.labels = [...ticket.labels];
    issue.points = ticket.points;
    issue.rank = (known(positions.get(ticket), "position", issue.key) + 1) * rankStep;
    if (ticket.lane !== null) issue.properties.set("plumbline.lane", ticket.lane);
    if (ticket.statement !== null) writeStatement(site, issue, ticket.statement);
  }
  const above = new Set(company.bets.map((bet) => bet.parentBetId));
  for (const bet of company.bets) {
    const issue = add(bet, bet.title, above.has(bet.id) ? "Initiative" : "Epic", statusOf(bet, company));
    if (bet.sheet !== null) issue.properties.set("plumbline.sheet", bet.sheet);
    if (bet.statement !== null) writeStatement(site, issue, bet.statement);
    writeSignOffs(site, issue, bet.statement, bet.signOffs);
  }

  const bets = new Map(company.bets.map((bet) => [bet.id, bet]));
  const tickets = new Map(company.tickets.map((ticket) => [ticket.number, ticket]));
  for (const [source, issue] of issues) {
    const parent =
      "parentBetId" in source
        ? source.parentBetId !== null && known(bets.get(source.parentBetId), "bet", issue.key)
        : source.parentNumber !== null
          ? known(tickets.get(source.parentNumber), "ticket", issue.key)
          : source.betId !== null && known(bets.get(source.betId), "bet", issue.key);
    if (parent) issue.parentId = known(issues.get(parent), "parent", issue.key).id;
    if ("parentBetId" in source) continue;
    const planned = issue.type.hierarchyLevel < 0 && parent && "sprintId" in parent ? parent : source;
    if (planned.sprintId !== null)
      enterSprint(site, issue, known(sprints.get(planned.sprintId), "sprint", issue.key));
  }
  for (const issue of site.issues.values()) writeStandingMirror(site, issue);
}

function known<T>(it: T | undefined, what: string, where: string): T {
  if (it === undefined) throw new Error(`The company has no ${what} for ${where}`);
  return it;
}

const blankIssue = (type: JiraIssueType, created: string) => ({
  type,
  description: null,
  priority: priorities.medium,
  assignee: null,
  labels: [],
  points: null,
  dueDate: null,
  parentId: null,
  sprintIds: [],
  created,
  updated: created,
  properties: new Map<string, unknown>(),
  comments: [],
  changelog: [],
  visibleTo: null,
});

function addProjects(site: JiraSite, company: Company, keys: Iterable<string>): void {
  const projectKeys = new Set([...keys].map(projectKeyOf));
  if (projectKeys.size === 0) projectKeys.add("ATL");
  const lead = known(
    site.users.find((user) => user.role === "admin"),
    "admin",
    company.name,
  );
  const accountId = (personId: string) =>
    known(
      site.users.find((user) => user.personId === personId),
      "person",
      `the policy's signer ${personId}`,
    ).accountId;
  const functions = company.policy.functions.map((it) => ({ ...it, signers: it.signers.map(accountId) }));
  for (const key of projectKeys) {
    const id = String(10_000 + site.projects.length);
    const name = key === "ATL" ? "Atlas" : key;
    const properties = new Map<string, unknown>([["plumbline.policy", { ...company.policy, functions }]]);
    site.projects.push({ id, key, name, leadAccountId: lead.accountId, properties });
    site.boards.push({ id: site.boards.length + 1, name: `${key} board`, projectId: id });
  }
}

function addSprints(site: JiraSite, company: Company, createdDate: string): Map<string, JiraSprint> {
  const originBoardId = known(site.boards[0], "board", company.name).id;
  const sprints = new Map<string, JiraSprint>();
  for (const { id, name, state, startDate, endDate } of company.sprints) {
    const completeDate = state === "closed" ? endDate : null;
    sprints.set(id, {
      id: sprints.size + 1,
      name,
      state,
      startDate: startDate === null ? null : new Date(startDate).toISOString(),
      endDate: endDate === null ? null : new Date(endDate).toISOString(),
      completeDate: completeDate === null ? null : new Date(completeDate).toISOString(),
      createdDate,
      goal: "",
      originBoardId,
    });
  }
  site.sprints.push(...sprints.values());
  return sprints;
}

/** A bet is done when it was stopped or achieved, not begun while it is a draft or nothing under it has begun. */
function statusOf(bet: Bet, company: Company): JiraStatus {
  const state = bet.sheet?.state;
  if (state === "stopped" || state === "achieved") return statuses.done;
  if (state === "draft") return statuses.todo;
  const below = new Set([
    bet.id,
    ...company.bets.filter((it) => it.parentBetId === bet.id).map((it) => it.id),
  ]);
  const begun = company.tickets.some(
    (it) => it.status !== "todo" && it.betId !== null && below.has(it.betId),
  );
  return begun ? statuses.progress : statuses.todo;
}

function enterSprint(site: JiraSite, issue: JiraIssue, sprint: JiraSprint): void {
  const item = changeItem(
    { field: "Sprint", fieldId: sprintField, custom: true },
    { id: "", name: "" },
    { id: String(sprint.id), name: sprint.name },
  );
  issue.sprintIds.push(sprint.id);
  issue.changelog.push({ id: site.nextId(), author: issue.reporter, created: issue.created, items: [item] });
}
