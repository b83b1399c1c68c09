import { chainOf } from "../../../shared/domain/alignment";
import { type EntryFacts, type EntryVerdict, evaluateEntry } from "../../../shared/domain/entry";
import type { Chain, WorkItem } from "../../../shared/domain/issue";
import type { Policy } from "../../../shared/domain/policy";
import { err, ok, type Reading, type Result, unreadable, value } from "../../../shared/domain/result";
import { type Members, noMembers } from "../../../shared/domain/signers";
import { statementInForce } from "../../../shared/domain/statement-in-force";
import { writersByAsks } from "../../../shared/domain/statement-writers";
import { type AskJira, type JiraFailure, mayPass } from "../jira/ask-jira";
import { evidenceIn, glassIn, type IssueObject } from "../jira/issue-object";
import { readAllComments } from "../jira/read-all-comments";
import { readObjects } from "../jira/read-objects";
import { readPolicy, readPolicyMembers } from "../jira/read-policy";
import { readWriters } from "../jira/read-writers";
import type { ReadAlong } from "../storage/read-along";
import { readSettings } from "../storage/settings";

/** A hierarchy deeper than this is not followed. */
const mostLevels = 12;

/**
 * One reading of Jira for verdicts: what it has read of policies, of their people and of what issues serve is not read again, so that
 * a reading must not outlive one invocation. What passes by itself, such as a limit, is a failure to try again; all else is a verdict.
 */
export class GateReading {
  /** How often it has asked Jira for anything. */
  asked = 0;
  /** What verdicts had to do without, in words for administrators. */
  readonly missed = new Set<string>();
  readonly ask: AskJira;
  private readonly unreadPolicies = new Set<string>();
  private readonly policies = new Map<string, Promise<Result<Reading<Policy>, JiraFailure>>>();
  private readonly members = new Map<string, Promise<Result<Members, JiraFailure>>>();
  private readonly above = new Map<string, IssueObject>();

  constructor(
    ask: AskJira,
    /** True: nobody will try again, so that what fails counts as not known. */
    private readonly isLastTry: boolean,
    private readonly sprintField: string | null = null,
  ) {
    this.ask = (request, schema) => {
      this.asked += 1;
      return ask(request, schema);
    };
  }

  /**
   * One issue, by key or id, in one call with all that was needed for its verdict the last time; null: it is not there or may not be
   * seen. What `along` does not name is read when it turns out to be needed.
   */
  async readOne(ref: string, { above, people }: ReadAlong): Promise<Result<IssueObject | null, JiraFailure>> {
    const refs = [ref, ...above.filter((it) => it !== ref).slice(0, mostLevels)];
    const what = { sprintField: this.sprintField, people, withChanges: this.sprintField !== null };
    const read = await readObjects(this.ask, refs, what);
    if (!read.ok) return read;
    const one = read.value.find(({ item }) => item.id === ref || item.key === ref) ?? null;
    for (const it of read.value) if (it !== one) this.above.set(it.item.id, it);
    return ok(one);
  }

  /** Many issues, by key or id. */
  readMany(refs: readonly string[]): Promise<Result<IssueObject[], JiraFailure>> {
    return readObjects(this.ask, refs, { sprintField: this.sprintField });
  }

  /** What is above issues, as far as it was read. */
  chainOf(issue: WorkItem): Chain {
    return chainOf(issue, (id) => this.above.get(id)?.item);
  }

  /** What was read of an issue's chain, the nearest first. */
  aboveOf(issue: WorkItem): IssueObject[] {
    return this.chainOf(issue).ancestors.flatMap(({ id }) => this.above.get(id) ?? []);
  }

  /** An object that was read because it is above another one. */
  readAbove(id: string): IssueObject | undefined {
    return this.above.get(id);
  }

  /**
   * The policy that holds for a project: its own, or where it has none what administrators set for the whole site. One that may not
   * be seen or makes no sense is unreadable, and keeps nothing out.
   */
  async policyOf(project: string): Promise<Result<Reading<Policy>, JiraFailure>> {
    const read = await once(this.policies, project, async () => {
      const own = await readPolicy(this.ask, project);
      if (!own.ok || own.value.kind !== "none") return own;
      try {
        const { policy } = await readSettings();
        return policy === null ? own : ok(value(policy));
      } catch (error) {
        return err({ kind: "down", status: 0, retryAfterS: null, words: String(error) });
      }
    });
    if (!read.ok) this.unreadPolicies.add(project);
    return this.settled(read, unreadable([]), `the policy of ${project}`);
  }

  /** Whether a project's policy counts as unreadable since Jira did not give it, and not for what it says. */
  couldNotRead(project: string): boolean {
    return this.unreadPolicies.has(project);
  }

  /** The gate's verdicts on issues of one project, by id, with what each is made of. `now` is a UTC ISO moment. */
  async judge(
    issues: readonly IssueObject[],
    project: string,
    policy: Reading<Policy>,
    now: string,
  ): Promise<Result<Map<string, Judged>, JiraFailure>> {
    const climbed = await this.climb(issues);
    if (!climbed.ok) return climbed;
    const members = await this.membersOf(project, policy);
    if (!members.ok) return members;
    const facts = new Map<IssueObject, EntryFacts>();
    for (const issue of issues) {
      const read = await this.factsOf(issue, members.value);
      if (!read.ok) return read;
      facts.set(issue, read.value);
    }
    const withWriters = await this.withWriters(facts);
    if (!withWriters.ok) return withWriters;
    return ok(
      new Map(
        withWriters.value.map((facts) => [
          facts.issue.id,
          { facts, verdict: evaluateEntry({ key: facts.issue.key, facts }, policy, now) },
        ]),
      ),
    );
  }

  /** A failure that passes is to be tried again; another one, or the last try, leaves `otherwise`. */
  private settled<T>(read: Result<T, JiraFailure>, otherwise: T, what: string): Result<T, JiraFailure> {
    if (read.ok || (mayPass(read.error) && !this.isLastTry)) return read;
    this.missed.add(`${what} (${read.error.words ?? read.error.kind})`);
    return ok(otherwise);
  }

  private async membersOf(project: string, policy: Reading<Policy>): Promise<Result<Members, JiraFailure>> {
    if (policy.kind !== "value") return ok(noMembers);
    const { value } = policy;
    const read = await once(this.members, project, () => readPolicyMembers(this.ask, project, value));
    return this.settled(read, noMembers, `the people of the policy of ${project}`);
  }

  /** Reads what is above issues and was not read yet, level by level. */
  async climb(issues: readonly IssueObject[]): Promise<Result<void, JiraFailure>> {
    const asked = new Set<string>();
    let due = parentsOf(issues);
    for (let level = 0; level < mostLevels && due.length > 0; level += 1) {
      const unread = due.filter((it) => !this.above.has(it) && !asked.has(it));
      const read = unread.length === 0 ? ok([]) : await readObjects(this.ask, unread, { sprintField: null });
      const found = this.settled(read, [], "what issues belong to");
      if (!found.ok) return found;
      for (const it of found.value) this.above.set(it.item.id, it);
      for (const it of unread) asked.add(it);
      due = parentsOf(due.flatMap((it) => this.above.get(it) ?? []));
    }
    return ok(undefined);
  }

  private async factsOf(issue: IssueObject, members: Members): Promise<Result<EntryFacts, JiraFailure>> {
    const { item } = issue;
    const chain = this.chainOf(item);
    const object = this.carrierOf(issue, chain);
    const evidence = object ? await this.evidenceOf(object) : ok({ signatures: [], asks: [] });
    if (!evidence.ok) return evidence;
    const glass = await this.glassOf(issue);
    if (!glass.ok) return glass;
    return ok({
      ...{ issue: item, chain, members },
      evidence: evidence.value?.signatures ?? null,
      glass: glass.value,
      writers: [...writersByAsks(evidence.value?.asks ?? []), ...(object?.writers ?? [])],
    });
  }

  /** Where the statement in force stands; null: there is none. */
  private carrierOf(issue: IssueObject, chain: Chain): IssueObject | null {
    const carrier = statementInForce(issue.item, chain);
    if (carrier === null) return null;
    return carrier.id === issue.item.id ? issue : (this.above.get(carrier.id) ?? null);
  }

  private async evidenceOf(object: IssueObject): Promise<Result<IssueObject["evidence"], JiraFailure>> {
    if (object.evidence !== null) return ok(object.evidence);
    const all = await this.commentsOf(object);
    if (!all.ok) return all;
    object.evidence = all.value && evidenceIn(object.item.id, all.value);
    return ok(object.evidence);
  }

  private async glassOf(object: IssueObject): Promise<Result<IssueObject["glass"], JiraFailure>> {
    if (object.glass !== null) return ok(object.glass);
    const all = await this.commentsOf(object);
    return all.ok ? ok(all.value && glassIn(all.value)) : all;
  }

  private async commentsOf({ item }: IssueObject) {
    return this.settled(await readAllComments(this.ask, item.id), null, `the comments of ${item.key}`);
  }

  /** Adds who wrote the statements that somebody signed; where that is not known, the writer may be among those who signed. */
  private async withWriters(
    all: ReadonlyMap<IssueObject, EntryFacts>,
  ): Promise<Result<EntryFacts[], JiraFailure>> {
    const unread = new Map<EntryFacts, { carrier: string; people: string[] }>();
    for (const [issue, it] of all) {
      const carrier = this.carrierOf(issue, it.chain);
      const people = signersIn(it).filter((one) => !carrier?.writersAmong.includes(one));
      if (carrier !== null && people.length > 0) unread.set(it, { carrier: carrier.item.id, people });
    }
    if (unread.size === 0) return ok([...all.values()]);
    const carriers = [...unread.values()].map(({ carrier }) => carrier);
    const people = [...unread.values()].flatMap((it) => it.people);
    const found = await readWriters(this.ask, carriers, people);
    const read = this.settled(found, new Map<string, string[]>(), "who wrote the statements");
    if (!read.ok) return err(read.error);
    return ok(
      [...all.values()].map((it) => {
        const carrier = unread.get(it)?.carrier;
        if (carrier === undefined) return it;
        const kept = read.value.get(carrier);
        return kept ? { ...it, writers: [...(it.writers ?? []), ...kept] } : { ...it, evidence: null };
      }),
    );
  }
}

/** An issue's verdict, and what it is made of. */
export interface Judged {
  facts: EntryFacts;
  verdict: EntryVerdict;
}

/** Who signed, whether it counts or not. */
export const signersIn = ({ evidence }: EntryFacts): string[] =>
  (evidence ?? []).flatMap((it) => (it.act === "sign-off" ? it.author.id : []));

const parentsOf = (issues: readonly IssueObject[]): string[] => [
  ...new Set(issues.flatMap(({ item }) => item.parentId ?? [])),
];

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
