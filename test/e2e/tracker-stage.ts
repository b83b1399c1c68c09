import { statementHash } from "../../shared/domain/canonical";
import { readSheet, readStatement, writeStatement } from "../../shared/domain/markdown";
import { type Policy, readPolicy, writePolicy } from "../../shared/domain/policy";
import type { Reading } from "../../shared/domain/result";
import { type Sheet, sheet as sheetSchema } from "../../shared/domain/sheet";
import { writeSignOff } from "../../shared/domain/sign-off";
import { type Statement, statement as statementSchema } from "../../shared/domain/statement";
import { textToAdf } from "../sandbox/jira/adf";
import { addComment, editComment } from "../sandbox/jira/comments";
import { editIssue } from "../sandbox/jira/edit-issue";
import { setProjectProperty, setProperty } from "../sandbox/jira/properties";
import type { JiraIssue, JiraUser } from "../sandbox/jira/records";
import { createComment, updateComment } from "../sandbox/linear/comments";
import { createDocument, updateDocument } from "../sandbox/linear/documents";
import { issueBy, updateIssue } from "../sandbox/linear/issues";
import { LinearError } from "../sandbox/linear/linear-error";
import { saveLinearKey } from "../tools/save-linear-key";
import type { Journey } from "./harness";

/** A ticket with a statement of its own, whose tracker anybody may use behind Plumbline's back. People by their ids in the company. */
export interface StagedStatement {
  key: string;
  /** The lasting id that every code names. */
  object: string;
  /** What a person posts to sign `text`, by default the one that stands. */
  signature(name: string, text?: Statement): string;
  /** Posts as this person, as `app`, and gives the comment's id. */
  comment(by: string, text: string): string;
  /** Changes a comment; null: the tracker let it happen, else its own words. */
  edit(by: string, comment: string, text: string): string | null;
  /** Writes another text over it, past Plumbline. */
  rewrite(by: string, text: Statement): void;
  /** Every comment about the statement, oldest first. */
  comments(): string[];
}

/** One tracker as a person without Plumbline can use it. */
export interface TrackerStage {
  tracker: "jira" | "linear";
  accountOf(person: string): string;
  /** Where many tickets are listed. */
  list(): string;
  /** Puts a statement on a ticket that had none, another one at each call. */
  sow(statement: Statement): StagedStatement;
  /** Changes the policy; the former one is back once what is given is called. */
  rule(change: (policy: Policy) => Policy): () => void;
  /** From now on this person is in front of the screen. */
  signIn(person: string): Promise<void>;
  addressOf(key: string): string;
  /** The lasting id of the bet that a ticket is linked to; null: none. */
  betOf(key: string): string | null;
  /** The lane that was chosen for a ticket. */
  laneOf(key: string): string | null;
  /** Until which day a ticket is put off. */
  deferralOf(key: string): string | null;
  /** Links a ticket to a bet as somebody does without Plumbline. */
  link(by: string, key: string, bet: string): void;
  bets(): { id: string; title: string }[];
  statementOf(object: string): Statement | null;
  sheetOf(bet: string): Sheet | null;
}

/** A browser with the extension. */
export type Seat = Pick<Journey, "sandbox" | "context" | "extensionId">;

export function jiraStage(journey: Seat): TrackerStage {
  const site = () => journey.sandbox.jira;
  let sown = 0;
  const issueOf = (idOrKey: string): JiraIssue => {
    const issue = site().findIssue(idOrKey);
    if (issue === undefined) throw new Error(`There is no ${idOrKey}`);
    return issue;
  };
  const user = (person: string): JiraUser => {
    const found = site().users.find(({ personId }) => personId === person);
    if (found !== undefined) return found;
    if (person !== "app") throw new Error(`Nobody is called ${person}`);
    const app: JiraUser = {
      ...{ personId: "app", accountId: "557058:app", displayName: "Release Bot", role: "member" },
      ...{ emailAddress: "bot@northwind.example", accountType: "app" },
    };
    site().users.push(app);
    return app;
  };
  return {
    tracker: "jira",
    accountOf: (person) => user(person).accountId,
    sow(statement) {
      const issue = site()
        .ranked()
        .filter((it) => it.type.hierarchyLevel === 0 && it.parentId === null && it.visibleTo === null)[
        sown++
      ];
      if (issue === undefined) throw new Error("The seed has too few tickets without a parent");
      must(setProperty(site(), user("raj"), issue.id, "plumbline.statement", JSON.stringify(statement)));
      return {
        ...{ key: issue.key, object: issue.id, signature: signatureFor(issue.id, statement) },
        comment: (by, text) => must(addComment(site(), user(by), issue.id, textToAdf(text))).id,
        edit(by, comment, text) {
          const edited = editComment(site(), user(by), issue.id, comment, textToAdf(text));
          return edited.ok ? null : edited.error.errorMessages.join(" ");
        },
        rewrite: (by, text) =>
          void must(setProperty(site(), user(by), issue.id, "plumbline.statement", JSON.stringify(text))),
        comments: () => issue.comments.map(({ body }) => JSON.stringify(body)),
      };
    },
    rule(change) {
      const [project] = site().projects;
      const before = project?.properties.get("plumbline.policy") as Policy;
      const set = (it: Policy) =>
        must(
          setProjectProperty(site(), user("ana"), project?.key ?? "", "plumbline.policy", JSON.stringify(it)),
        );
      set(change(before));
      return () => set(before);
    },
    async signIn(value) {
      const cookie = { name: "cloud.session.token", domain: "northwind.atlassian.net", path: "/" };
      await journey.context.addCookies([{ ...cookie, value, secure: true }]);
    },
    list: () => journey.sandbox.urls.jira.backlog,
    addressOf: (key) => `${site().baseUrl}/browse/${key}`,
    betOf: (key) => issueOf(key).parentId,
    laneOf: (key) => (issueOf(key).properties.get("plumbline.lane") as string | undefined) ?? null,
    deferralOf: (key) =>
      (issueOf(key).properties.get("plumbline.deferral") as { until: string } | undefined)?.until ?? null,
    link: (by, key, bet) => void must(editIssue(site(), user(by), key, { fields: { parent: { id: bet } } })),
    bets: () =>
      [...site().issues.values()]
        .filter(({ type }) => type.hierarchyLevel === 1)
        .map(({ id, summary }) => ({ id, title: summary })),
    statementOf: (object) =>
      statementSchema.safeParse(issueOf(object).properties.get("plumbline.statement")).data ?? null,
    sheetOf: (bet) => sheetSchema.safeParse(issueOf(bet).properties.get("plumbline.sheet")).data ?? null,
  };
}

export function linearStage(journey: Seat): TrackerStage {
  const site = () => journey.sandbox.linear;
  let sown = 0;
  const account = (person: string) => {
    const user = site().userOf(person);
    if (user === undefined) throw new Error(`Nobody is called ${person}`);
    return user.id;
  };
  const pageOn = (object: string, wanted: string) =>
    site()
      .store.all("Document")
      .find((it) => (it.projectId === object || it.issueId === object) && it.title === wanted)?.content ?? "";
  const actor = (person: string) => (person === "app" ? { app: "Release Bot" } : { userId: account(person) });
  return {
    tracker: "linear",
    accountOf: account,
    sow(statement) {
      const issue = site()
        .store.all("Issue")
        .filter((it) => it.projectId === null && it.parentId === null)[sown++];
      if (issue === undefined) throw new Error("The seed has too few issues outside any project");
      const page = { title: "Problem statement", content: writeStatement(statement), issueId: issue.id };
      const { id, documentContentId } = createDocument(site(), actor("raj"), page);
      return {
        ...{ key: `${site().team.key}-${issue.number}`, object: issue.id },
        signature: signatureFor(issue.id, statement),
        comment: (by, body) => createComment(site(), actor(by), { body, documentContentId }).id,
        edit(by, comment, body) {
          try {
            updateComment(site(), actor(by), comment, { body });
            return null;
          } catch (error) {
            if (error instanceof LinearError) return error.extensions.userPresentableMessage;
            throw error;
          }
        },
        rewrite: (by, text) => void updateDocument(site(), actor(by), id, { content: writeStatement(text) }),
        comments: () =>
          site()
            .store.all("Comment")
            .filter((it) => it.documentContentId === documentContentId)
            .map(({ body }) => body),
      };
    },
    rule(change) {
      const page = site()
        .store.all("Document")
        .find(({ title }) => title === "Gate policy");
      const before = readPolicy(page?.content ?? "");
      if (page === undefined || before.kind !== "value") throw new Error("The seed has no policy");
      const set = (it: Policy) =>
        void updateDocument(site(), actor("ana"), page.id, { content: writePolicy(it) });
      set(change(before.value));
      return () => set(before.value);
    },
    async signIn(person) {
      await saveLinearKey(journey.context, journey.extensionId, `lin_api_${person}`);
    },
    list: () => journey.sandbox.urls.linear.list,
    addressOf: (key) => `https://linear.app/northwind/issue/${key}`,
    betOf: (key) => issueBy(site(), key).projectId,
    laneOf(key) {
      const { store } = site();
      const labels = issueBy(site(), key).labelIds.map((id) => store.get("IssueLabel", id));
      const lanes = labels.filter(
        ({ parentId }) => store.find("IssueLabel", parentId ?? "")?.name === "Lane",
      );
      return lanes[0]?.name.toLowerCase() ?? null;
    },
    deferralOf: (key) => issueBy(site(), key).snoozedUntilAt?.slice(0, 10) ?? null,
    link: (by, key, projectId) => void updateIssue(site(), actor(by), key, { projectId }),
    bets: () =>
      site()
        .store.all("Project")
        .map(({ id, name }) => ({ id, title: name })),
    statementOf: (object) => valueIn(readStatement(pageOn(object, "Problem statement"))),
    sheetOf: (bet) => valueIn(readSheet(pageOn(bet, "Alignment Sheet"))),
  };
}

const signatureFor =
  (object: string, statement: Statement) =>
  (name: string, text: Statement = statement): string =>
    writeSignOff({ function: name, object, hash: statementHash(text) });

const valueIn = <T>(it: Reading<T>): T | null => (it.kind === "value" ? it.value : null);

function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (result.ok) return result.value;
  throw new Error(`The sandbox refused: ${JSON.stringify(result.error)}`);
}
