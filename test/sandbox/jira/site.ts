import type { Company } from "../company/company";
import { createRandom, type Random } from "../company/random";
import type { Fault } from "../faults";
import { fillSite } from "./fill-site";
import { issueTypesFor } from "./issue-types";
import { defaultGrants, type Permission } from "./permissions";
import { defaultLimits, type RateLimits } from "./rate-limit";
import type {
  ChangelogEntry,
  JiraBoard,
  JiraComment,
  JiraGroup,
  JiraIssue,
  JiraIssueType,
  JiraProject,
  JiraRole,
  JiraSprint,
  JiraUser,
  Role,
} from "./records";

/** What happened on the site; `issue` and the like are the live records, not copies. */
export type SiteChange =
  | { kind: "issue-created"; issue: JiraIssue; by: JiraUser }
  | { kind: "issue-updated"; issue: JiraIssue; by: JiraUser; entry: ChangelogEntry }
  | {
      kind: "comment-added" | "comment-edited" | "comment-deleted";
      issue: JiraIssue;
      comment: JiraComment;
      by: JiraUser;
    }
  | { kind: "property-changed"; issue: JiraIssue; key: string; by: JiraUser }
  | { kind: "project-property-changed"; project: JiraProject; key: string; by: JiraUser }
  | { kind: "sprint-changed"; sprint: JiraSprint; before: JiraSprint["state"]; by: JiraUser };

/** What an app has to say about a transition before it happens: why not, or null. */
export type TransitionValidator = (
  issue: JiraIssue,
  transition: { from: string; to: string },
  by: JiraUser,
) => Promise<string | null>;

/** A value in an issue property that JQL finds, under an alias or as `issue.property[key].path`. */
export interface AppIndex {
  propertyKey: string;
  path: string;
  type: "string" | "text" | "number" | "date" | "user";
  searchAlias?: string | undefined;
}

/** One answered API request; `status` 0 is a dropped connection. */
export interface RequestRecord {
  method: string;
  path: string;
  status: number;
}

/**
 * A Jira Cloud site held in memory. Read the records directly; change them only through the operations
 * (`edit-issue.ts`, `sprints.ts`, `rank.ts`, `comments.ts`, ...), which check permissions and write the changelog.
 */
export interface JiraSite {
  readonly name: string;
  readonly cloudId: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly users: JiraUser[];
  readonly groups: JiraGroup[];
  readonly roles: JiraRole[];
  readonly projects: JiraProject[];
  /** One per project, in the same order; the first has id 1. */
  readonly boards: JiraBoard[];
  /** In the order in which a backlog shows them. */
  readonly sprints: JiraSprint[];
  readonly issueTypes: Map<string, JiraIssueType>;
  /** By numeric id. */
  readonly issues: Map<string, JiraIssue>;
  /** Keys of today and of before a move, upper case, to numeric ids. */
  readonly idsByKey: Map<string, string>;
  readonly grants: Record<Role, Set<Permission>>;
  readonly limits: RateLimits;
  /** Validators of apps, on every transition of the site's workflow; the first that objects refuses it. */
  readonly validators: TransitionValidator[];
  /** What administrators call the Sprint field here. */
  sprintFieldName: string;
  /** Where in issue properties installed apps have Jira index values for JQL. */
  readonly appIndexes: AppIndex[];
  /** Permissions that installed apps define, by key, with who holds each; the same in every project. */
  readonly appPermissions: Map<string, Set<JiraUser>>;
  /** Tests push faults here; the first that matches a request answers it. */
  readonly faults: Fault[];
  /** Decides for faults that strike by rate; the same for every site, so that a failure can be had again. */
  readonly random: Random;
  /** Every request that the API answered, oldest first. */
  readonly requests: RequestRecord[];
  /** The next number for comments, changelog entries and issues; unique over the site. */
  nextId(): string;
  /** By numeric id or key, in any case, following moved issues; whoever may see it. */
  findIssue(idOrKey: string): JiraIssue | undefined;
  /** All issues of all projects, highest rank first. */
  ranked(): JiraIssue[];
  /** Direct children, highest rank first. */
  childrenOf(issue: JiraIssue): JiraIssue[];
  onChange(listener: (change: SiteChange) => void, signal: AbortSignal): void;
  emit(change: SiteChange): void;
}

/** A site filled from a company's work. `now` dates what happens on it. */
export function createJiraSite({
  company,
  now = () => new Date(),
}: {
  company: Company;
  now?: () => Date;
}): JiraSite {
  const listeners = new Set<(change: SiteChange) => void>();
  const issues = new Map<string, JiraIssue>();
  const idsByKey = new Map<string, string>();
  const byRank = (a: JiraIssue, b: JiraIssue) => a.rank - b.rank;
  let lastId = 10_000;
  const site: JiraSite = {
    name: company.name,
    cloudId: "5f8d2c1e-7b34-4a90-9c6d-1e2f3a4b5c6d",
    baseUrl: "https://northwind.atlassian.net",
    now,
    users: [],
    groups: [],
    roles: [],
    projects: [],
    boards: [],
    sprints: [],
    issueTypes: issueTypesFor(company.tickets),
    issues,
    idsByKey,
    grants: defaultGrants(),
    limits: defaultLimits(),
    validators: [],
    sprintFieldName: "Sprint",
    appIndexes: [],
    appPermissions: new Map(),
    faults: [],
    random: createRandom(1),
    requests: [],
    nextId: () => String(++lastId),
    findIssue: (idOrKey) => issues.get(idOrKey) ?? issues.get(idsByKey.get(idOrKey.toUpperCase()) ?? ""),
    ranked: () => [...issues.values()].sort(byRank),
    childrenOf: (issue) => [...issues.values()].filter((it) => it.parentId === issue.id).sort(byRank),
    onChange(listener, signal) {
      if (signal.aborted) return;
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    emit(change) {
      for (const listener of [...listeners]) listener(change);
    },
  };
  fillSite(site, company);
  return site;
}
