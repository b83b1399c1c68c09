import type { Company } from "../company/company";
import { createRandom, type Random } from "../company/random";
import type { Fault as PageFault } from "../faults";
import { fillBets } from "./fill-bets";
import { fillIssues } from "./fill-issues";
import { fillTeam } from "./fill-team";
import { fillViews } from "./fill-views";
import type { Organization, Team, User } from "./model";
import { type Change, createStore, type Store } from "./store";
import type { Fault, Limits, LoggedRequest } from "./traffic";

/** A Linear workspace in memory. What it does is in functions that take it: `updateIssue(workspace, ...)`. */
export interface LinearWorkspace {
  readonly store: Store;
  readonly now: () => Date;
  readonly organization: Organization;
  readonly team: Team;
  /** The user who is this person of the company, as named by a session cookie or an API key. */
  userOf(personId: string): User | undefined;
  /** Calls back after each change, until the signal aborts. */
  onChange(listener: (change: Change) => void, signal: AbortSignal): void;
  /** Tests may lower these. */
  limits: Limits;
  /** Answers to give in place of the real ones; tests push, the first that matches is used. */
  readonly faults: Fault[];
  /** What goes wrong when the pages of linear.app are loaded. */
  readonly pageFaults: PageFault[];
  /** Decides for faults that strike by rate; the same for every workspace, so that a failure can be had again. */
  readonly random: Random;
  /** Every GraphQL request that was answered, oldest first. */
  readonly requests: LoggedRequest[];
}

/** The parts that filling and writing need before and after the workspace is whole. */
export type Site = Pick<LinearWorkspace, "store" | "now" | "organization" | "team">;

/** Who does something: a person, an app, or nobody where the server acts by itself. */
export type Actor = { userId: string } | { app: string } | null;

export const userIdOf = (actor: Actor): string | null =>
  actor !== null && "userId" in actor ? actor.userId : null;

/**
 * Fills a workspace from a company: the same company gives the same ids.
 * Bets become projects, aims initiatives, sprints cycles, tickets issues of the team ATL.
 */
export function createLinearWorkspace({
  company,
  now = () => new Date(),
}: {
  company: Company;
  now?: () => Date;
}): LinearWorkspace {
  const store = createStore();
  const site: Site = { store, now, ...fillTeam(store, company, now) };
  fillBets(site, company);
  fillIssues(site, company);
  fillViews(site);
  const users = new Map(store.all("User").map((user) => [user.personId, user]));
  return {
    ...site,
    userOf: (personId) => users.get(personId),
    onChange: store.onChange,
    limits: { requestsPerHour: 2500, complexityPerHour: 3_000_000, complexityPerQuery: 10_000 },
    faults: [],
    pageFaults: [],
    random: createRandom(1),
    requests: [],
  };
}
