import { createDesk } from "../../shared/desk/create-desk";
import { createFactsInMemory } from "../../shared/desk/facts-in-memory";
import type { Site } from "../../shared/desk/site";
import { signPermission, signPermissionName } from "../../shared/domain/app-permission";
import { err, ok, type Result } from "../../shared/domain/result";
import type { Standing } from "../../shared/domain/statement";
import { createGateDesk } from "../../shared/gate/gate-desk";
import { jiraApi } from "../../shared/jira/api";
import { jiraGateReader } from "../../shared/jira/gate-reader";
import { type ProjectRead, readProject } from "../../shared/jira/read-project";
import { jiraSprintPort } from "../../shared/jira/sprint-port";
import { noteStatus, statusKey } from "../../shared/jira/status-lozenge";
import { jiraSweepPort } from "../../shared/jira/sweep-port";
import { readJson } from "../../shared/jira/write-answer";
import { jiraWritePort } from "../../shared/jira/write-port";
import { requests } from "../../shared/jira/write-requests";
import { people } from "../../shared/jira/write-responses";
import type { SiteHints } from "../../shared/tracker/sprint-entry";
import type { Group } from "../../shared/ui/gate/gate-port";
import type { AlignmentPort, PortFailure } from "../../shared/ui/port";
import { enterAsApp } from "./enter-as-app";
import { createFrameDrafts } from "./frame-drafts";
import type { FrameHost } from "./frame-host";
import type { FrameStorage } from "./frame-storage";
import { createFrameWrites } from "./frame-writes";
import { jiraCall } from "./jira-call";
import { localPolicies } from "./local-policies";
import type { Place } from "./place";
import { readFacts, ticketReader } from "./read-facts";
import { serverGateLog } from "./server-gate-log";

export interface NamedSprint {
  id: string;
  name: string;
}

/** The desk of a page of the app, and what only such a page asks. */
export interface FramePort extends AlignmentPort {
  /** The open and coming sprints of a project that have issues, those that have begun first. */
  readSprintNames(project: string): Promise<Result<NamedSprint[], PortFailure>>;
  /** Reads the unfinished issues of a project and all that they serve; `said` hears how many were read so far. */
  readProject(project: string, said: (soFar: number) => void): Promise<Result<ProjectRead, PortFailure>>;
}

/** The app's permission, which a policy may name as it names roles, where these words are of its name. */
function permissionIn({ module }: Place, words: string): Group[] {
  const fits = signPermissionName.toLowerCase().includes(words.trim().toLowerCase());
  if (module === null || !fits) return [];
  return [{ kind: "role", name: signPermission(module.app, module.environment) }];
}

interface Surroundings {
  host: FrameHost;
  place: Place;
  storage: FrameStorage;
  locks: Pick<LockManager, "request">;
  now?: () => number;
  signal: AbortSignal;
}

/**
 * The port of the app's own pages: Jira is asked as the person, through the frame's host, and what is known lives as long as the page.
 * Writes are kept in the browser until Jira has them, and sent at once.
 */
export function createFramePort(around: Surroundings): FramePort {
  const { host, place, storage, locks, now = Date.now, signal } = around;
  const origin = place.origin ?? "";
  const site: Site = { id: origin || "jira", origin, api: jiraApi };
  const call = jiraCall(host);
  const tracker = jiraWritePort(call);
  const project = "project" in place.at ? place.at.project : null;
  const { readLocal, keepMedians } = localPolicies(host, project);
  const cache = createFactsInMemory(readLocal);
  const facts = { cache, call, now, signal };
  const reader = jiraGateReader(call, origin);
  const sprints = jiraSprintPort(call);

  let known: Promise<SiteHints> | null = null;
  async function readHints(): Promise<SiteHints> {
    const read = await reader.readSprintField(signal);
    // Asked again next time.
    if (!read.ok) known = null;
    return { sprintField: read.ok ? read.value : null };
  }

  function hints(): Promise<SiteHints> {
    known ??= readHints();
    return known;
  }

  const desk = createDesk(site, {
    ...createFrameWrites({ site, tracker, call, cache, host, storage, locks, now, signal }),
    ...{ cache, tracker, call, now, signal, open: host.open },
    gate: createGateDesk(site, {
      ...{ cache, call, port: tracker, reader, readLocal, keepMedians, now, signal },
      log: serverGateLog(host, project, storage, now),
      sprints,
      sweeps: enterAsApp(host, jiraSweepPort(call)),
      hints,
      async keepOwnPolicy() {
        throw new Error("Inside Jira a policy is the project's, or the app's.");
      },
    }),
    drafts: createFrameDrafts(storage),
    readTicket: ticketReader(site, facts),
  });

  return {
    ...desk,
    // Where all of the site is meant, no project says who may be found.
    ...(place.at.page === "admin" && { findPeople: (_scope: string, words: string) => findUsers(words) }),
    async findGroups(scope, words) {
      const found = await desk.findGroups(scope, words);
      return found.ok ? ok([...found.value, ...permissionIn(place, words)]) : found;
    },
    async readSignOffs(item, statement) {
      const read = await desk.readSignOffs(item, statement);
      if (read.ok) void showStanding(read.value.standing);
      return read;
    },
    async readSprintNames(key) {
      const read = await sprints.readSprints(key, await hints(), signal);
      if (!read.ok) return err({ kind: read.error.kind, message: read.error.message });
      return ok(read.value.sprints.map(({ id, name }) => ({ id, name })));
    },
    async readProject(key, said) {
      const learn: Parameters<typeof readProject>[3] = async (parsed, soFar) => {
        await cache.learn(site.id, [], parsed, now());
        said(soFar);
      };
      const read = await readProject(call, key, origin, learn, signal);
      if (!read.ok) return err({ kind: read.error.kind, message: read.error.message });
      const keys = (await cache.all(site.id)).flatMap(({ item }) => item?.key ?? []);
      const failure = await readFacts(site, keys, facts);
      return failure === null ? ok(read.value) : err({ kind: failure.kind, message: null });
    },
  };

  async function findUsers(words: string): ReturnType<AlignmentPort["findPeople"]> {
    const found = readJson(await call(requests.findUsers(words), signal), people);
    if (!found.ok) return err({ kind: found.error.kind, message: found.error.message });
    return ok(found.value.map(({ accountId: id, displayName: name }) => ({ id, name })));
  }

  /** Shows beside the closed panel where the statement of this page's issue stands. */
  async function showStanding(standing: Standing): Promise<void> {
    if (place.at.page !== "issue" || place.module === null) return;
    const key = statusKey(place.module.app, place.module.key);
    const noted = await noteStatus(call, place.at.issue.id, key, standing, signal);
    // Who may only look leaves it as it is.
    if (!noted.ok) console.warn("Where the statement stands is not shown beside the panel.", noted.error);
    else if (noted.value) host.refresh();
  }
}
