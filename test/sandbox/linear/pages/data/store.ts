import type { Answer, Send } from "./client";
import { completeChanges } from "./complete-changes";
import { issueUpdateRequest } from "./issue-update-request";
import type { Issue, IssueChanges, NewSubIssue, Workspace } from "./model";
import {
  changedIssuesQuery,
  commentMutation,
  issueCreateMutation,
  issuesQuery,
  workspaceQuery,
} from "./queries";
import { createQuestions, type Questions } from "./questions";
import { readIssues, readWorkspace } from "./responses";
import type { Journal } from "./transaction-journal";
import { createTransactionQueue } from "./transaction-queue";

export interface Snapshot {
  /** Null until the first answer. */
  workspace: Workspace | null;
  /** As shown: the server's, with what is pending laid over it. */
  issues: ReadonlyMap<string, Issue>;
  /** Counts the deltas that arrived. */
  delta: number;
  /** Why nothing can be shown; null while all is well. */
  failure: string | null;
}

export interface Store extends Questions {
  getSnapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  load(): Promise<void>;
  /** Fetches everything anew, as if the websocket had said so. */
  refresh(): Promise<void>;
  update(issueIds: readonly string[], changes: IssueChanges): void;
  /** Below its parent, in its team and project, and in its cycle where it has one. Rejects and refuses as `comment` does. */
  createSubIssue(issue: NewSubIssue): Promise<void>;
  /** Rejects where the server could not be reached; what it refuses is said in a toast. */
  comment(issueId: string, body: string): Promise<void>;
}

export interface StoreHost {
  send: Send;
  journal: Journal;
  notify: (title: string, message: string) => void;
}

/** The pages' copy of the workspace: read through the client API, changed optimistically through the transaction queue. */
export function createStore({ send, journal, notify }: StoreHost): Store {
  const listeners = new Set<() => void>();
  let onServer = new Map<string, Issue>();
  let snapshot: Snapshot = { workspace: null, issues: onServer, delta: 0, failure: null };
  let settledCount = 0;
  let refreshing: Promise<void> | null = null;

  const publish = (changed: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...changed, issues: shown() };
    for (const listener of listeners) listener();
  };

  const shown = () => {
    const pending = queue.pending();
    if (pending.length === 0) return onServer;
    const issues = new Map(onServer);
    for (const { issueId, changes } of pending) {
      const issue = issues.get(issueId);
      if (issue) issues.set(issueId, withChanges(issue, changes));
    }
    return issues;
  };

  const queue = createTransactionQueue({
    send: (updates) => {
      const { query, variables } = issueUpdateRequest(updates);
      return send(query, variables);
    },
    journal,
    onChange: () => publish({}),
    onFault: (cause) => console.error("Transaction queue failed", cause),
    onSettled: (batch, settlement) => {
      settledCount += 1;
      if (settlement.kind === "rolled back") {
        publish({ delta: snapshot.delta + 1 });
        notify("Update failed", settlement.message);
        return;
      }
      onServer = new Map(onServer);
      for (const { issueId, changes } of batch) {
        const issue = onServer.get(issueId);
        if (issue) onServer.set(issueId, withChanges(issue, changes));
      }
      publish({});
      refetch(batch.map(({ issueId }) => issueId)).catch(report);
    },
  });

  const report = (cause: unknown) => {
    console.error("Sync failed", cause);
    if (snapshot.workspace === null)
      publish({ failure: cause instanceof Error ? cause.message : String(cause) });
  };

  const ask = async (query: string, variables: Record<string, unknown> = {}) =>
    dataOf(await send(query, variables));

  const refetch = async (ids: readonly string[]) => {
    const before = settledCount;
    const { issues } = readIssues(await ask(changedIssuesQuery, { ids: [...new Set(ids)] }));
    if (before !== settledCount) return;
    onServer = new Map(onServer);
    for (const issue of issues) keep(onServer, issue, onServer.get(issue.id));
    publish({ delta: snapshot.delta + 1 });
  };

  const readAllIssues = async () => {
    const fresh = new Map<string, Issue>();
    let after: string | null = null;
    do {
      const page = readIssues(await ask(issuesQuery, { after }));
      for (const issue of page.issues) keep(fresh, issue, onServer.get(issue.id));
      after = page.next;
    } while (after !== null);
    return fresh;
  };

  const readAll = async () => {
    const before = settledCount;
    const [workspace, fresh] = await Promise.all([ask(workspaceQuery).then(readWorkspace), readAllIssues()]);
    // Something was written meanwhile: what was read may be older than what is shown.
    if (before !== settledCount) return readAll();
    onServer = fresh;
    publish({ workspace, failure: null, delta: snapshot.delta + 1 });
  };

  const refresh = () => {
    const next = (refreshing ?? Promise.resolve()).then(readAll).catch(report);
    refreshing = next;
    return next;
  };

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      await refresh();
      await queue.replay().catch(report);
    },
    refresh,
    update(issueIds, wanted) {
      const { workspace } = snapshot;
      if (!workspace) return;
      for (const issueId of issueIds) {
        const issue = snapshot.issues.get(issueId);
        const changes = issue ? completeChanges(issue, wanted, workspace) : {};
        if (Object.keys(changes).length > 0) queue.enqueue(issueId, changes);
      }
    },
    ...createQuestions(ask),
    async createSubIssue({ title, parent: { id: parentId, teamId, projectId, cycleId } }) {
      const id = crypto.randomUUID();
      const inherited = { parentId, teamId, ...(projectId && { projectId }), ...(cycleId && { cycleId }) };
      const answer = await send(issueCreateMutation, { issueCreateInput: { id, title, ...inherited } });
      if (answer.kind === "error") return notify("Creation failed", answer.message);
      dataOf(answer);
      await refetch([id]);
    },
    async comment(issueId, body) {
      const answer = await send(commentMutation, { commentCreateInput: { issueId, body } });
      if (answer.kind === "error") notify("Creation failed", answer.message);
      else dataOf(answer);
      await refetch([issueId]);
    },
  };
}

/** Takes the issue, or the object already held where nothing changed, so that unchanged rows do not render again. */
function keep(issues: Map<string, Issue>, issue: Issue, held: Issue | undefined): void {
  issues.set(issue.id, held && JSON.stringify(held) === JSON.stringify(issue) ? held : issue);
}

function withChanges(issue: Issue, { description: _, ...changes }: IssueChanges): Issue {
  return { ...issue, ...changes };
}

function dataOf(answer: Answer): unknown {
  if (answer.kind === "data") return answer.data;
  if (answer.kind === "error") throw new Error(answer.message);
  throw new Error("Linear could not be reached", { cause: answer.cause });
}
