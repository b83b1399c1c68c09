import { chainOf } from "../../../shared/domain/alignment";
import { type EntryFacts, type EntryVerdict, evaluateEntry } from "../../../shared/domain/entry";
import type { Policy } from "../../../shared/domain/policy";
import { err, ok, type Reading, type Result, unreadable } from "../../../shared/domain/result";
import { type Members, noMembers } from "../../../shared/domain/signers";
import { statementInForce } from "../../../shared/domain/statement-in-force";
import { writersByAsks } from "../../../shared/domain/statement-writers";
import { type AskJira, type JiraFailure, mayPass } from "../jira/ask-jira";
import { evidenceIn, glassIn, type IssueObject } from "../jira/issue-object";
import { readAllComments } from "../jira/read-all-comments";
import { readObjects } from "../jira/read-objects";
import { readPolicy, readPolicyMembers } from "../jira/read-policy";
import { readWriters } from "../jira/read-writers";

/** A hierarchy deeper than this is not followed. */
const mostLevels = 12;

/**
 * One reading of Jira for verdicts: what it has read of policies, of their people and of what issues serve is not read again, so that
 * a reading must not outlive one invocation. What passes by itself, such as a limit, is a failure to try again; all else is a verdict.
 */
export class GateReading {
  private readonly policies = new Map<string, Promise<Result<Reading<Policy>, JiraFailure>>>();
  private readonly members = new Map<string, Promise<Result<Members, JiraFailure>>>();
  private readonly above = new Map<string, IssueObject>();

  constructor(
    private readonly ask: AskJira,
    /** True: nobody will try again, so that what fails counts as not known. */
    private readonly isLastTry: boolean,
  ) {}

  /** The policy that holds for a project. One that may not be seen or makes no sense is unreadable, and keeps nothing out. */
  async policyOf(project: string): Promise<Result<Reading<Policy>, JiraFailure>> {
    const read = await once(this.policies, project, () => readPolicy(this.ask, project));
    return this.settled(read, unreadable([]));
  }

  /** The gate's verdicts on issues of one project, by id. `now` is a UTC ISO moment. */
  async judge(
    issues: readonly IssueObject[],
    project: string,
    policy: Reading<Policy>,
    now: string,
  ): Promise<Result<Map<string, EntryVerdict>, JiraFailure>> {
    const climbed = await this.climb(issues);
    if (!climbed.ok) return climbed;
    const members = await this.membersOf(project, policy);
    if (!members.ok) return members;
    const facts: EntryFacts[] = [];
    for (const issue of issues) {
      const read = await this.factsOf(issue, members.value);
      if (!read.ok) return read;
      facts.push(read.value);
    }
    const withWriters = await this.withWriters(facts);
    if (!withWriters.ok) return withWriters;
    return ok(
      new Map(
        withWriters.value.map((it) => [
          it.issue.id,
          evaluateEntry({ key: it.issue.key, facts: it }, policy, now),
        ]),
      ),
    );
  }

  /** A failure that passes is to be tried again; another one, or the last try, leaves `otherwise`. */
  private settled<T>(read: Result<T, JiraFailure>, otherwise: T): Result<T, JiraFailure> {
    if (read.ok || (mayPass(read.error) && !this.isLastTry)) return read;
    return ok(otherwise);
  }

  private async membersOf(project: string, policy: Reading<Policy>): Promise<Result<Members, JiraFailure>> {
    if (policy.kind !== "value") return ok(noMembers);
    const { value } = policy;
    const read = await once(this.members, project, () => readPolicyMembers(this.ask, project, value));
    return this.settled(read, noMembers);
  }

  /** Reads everything above issues, level by level. */
  private async climb(issues: readonly IssueObject[]): Promise<Result<void, JiraFailure>> {
    const asked = new Set<string>();
    let due = parentsOf(issues);
    for (let level = 0; level < mostLevels && due.length > 0; level += 1) {
      const unread = due.filter((it) => !this.above.has(it) && !asked.has(it));
      const read = unread.length === 0 ? ok([]) : await readObjects(this.ask, unread, null);
      const found = this.settled(read, []);
      if (!found.ok) return found;
      for (const it of found.value) this.above.set(it.item.id, it);
      for (const it of unread) asked.add(it);
      due = parentsOf(due.flatMap((it) => this.above.get(it) ?? []));
    }
    return ok(undefined);
  }

  private async factsOf(issue: IssueObject, members: Members): Promise<Result<EntryFacts, JiraFailure>> {
    const { item } = issue;
    const chain = chainOf(item, (id) => this.above.get(id)?.item);
    const carrier = statementInForce(item, chain);
    const object = carrier === null ? null : carrier.id === item.id ? issue : this.above.get(carrier.id);
    const evidence = object ? await this.evidenceOf(object) : ok({ signatures: [], asks: [] });
    if (!evidence.ok) return evidence;
    const glass = await this.glassOf(issue);
    if (!glass.ok) return glass;
    return ok({
      ...{ issue: item, chain, members },
      evidence: evidence.value?.signatures ?? null,
      glass: glass.value,
      writers: writersByAsks(evidence.value?.asks ?? []),
    });
  }

  private async evidenceOf(object: IssueObject): Promise<Result<IssueObject["evidence"], JiraFailure>> {
    if (object.evidence !== null) return ok(object.evidence);
    const all = this.settled(await readAllComments(this.ask, object.item.id), null);
    if (!all.ok) return all;
    object.evidence = all.value && evidenceIn(object.item.id, all.value);
    return ok(object.evidence);
  }

  private async glassOf(object: IssueObject): Promise<Result<IssueObject["glass"], JiraFailure>> {
    if (object.glass !== null) return ok(object.glass);
    const all = this.settled(await readAllComments(this.ask, object.item.id), null);
    return all.ok ? ok(all.value && glassIn(all.value)) : all;
  }

  /** Adds who wrote the statements that somebody signed; where that is not known, the writer may be among those who signed. */
  private async withWriters(all: readonly EntryFacts[]): Promise<Result<EntryFacts[], JiraFailure>> {
    const signed = new Map(
      all.flatMap((it) => {
        const people = (it.evidence ?? []).flatMap((one) => (one.act === "sign-off" ? one.author.id : []));
        const carrier = statementInForce(it.issue, it.chain);
        return carrier === null || people.length === 0
          ? []
          : [[it, { carrier: carrier.id, people }] as const];
      }),
    );
    if (signed.size === 0) return ok([...all]);
    const carriers = [...signed.values()].map(({ carrier }) => carrier);
    const people = [...signed.values()].flatMap((it) => it.people);
    const read = this.settled(await readWriters(this.ask, carriers, people), new Map<string, string[]>());
    if (!read.ok) return err(read.error);
    return ok(
      all.map((it) => {
        const carrier = signed.get(it)?.carrier;
        if (carrier === undefined) return it;
        const kept = read.value.get(carrier);
        return kept ? { ...it, writers: [...(it.writers ?? []), ...kept] } : { ...it, evidence: null };
      }),
    );
  }
}

const parentsOf = (issues: readonly IssueObject[]): string[] => [
  ...new Set(issues.flatMap(({ item }) => item.parentId ?? [])),
];

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
