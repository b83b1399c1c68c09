import { statementHash } from "../../../shared/domain/canonical";
import { writeSignOff } from "../../../shared/domain/sign-off";
import type { Statement } from "../../../shared/domain/statement";
import type { SignOff } from "../company/company";
import { textToAdf } from "./adf";
import type { JiraIssue } from "./records";
import type { JiraSite } from "./site";

/** Writes a statement into its property; its author becomes the Jira account id. */
export function writeStatement(site: JiraSite, issue: JiraIssue, statement: Statement): void {
  const author = site.users.find((user) => user.personId === statement.author)?.accountId ?? statement.author;
  issue.properties.set("plumbline.statement", { ...statement, author });
}

/** Writes sign-offs as comments by their signers; one for an older text carries the hash of other words. */
export function writeSignOffs(
  site: JiraSite,
  issue: JiraIssue,
  statement: Statement | null,
  signOffs: readonly SignOff[],
): void {
  if (signOffs.length === 0) return;
  if (statement === null) throw new Error(`The company has sign-offs without a statement under ${issue.key}`);
  const older = { ...statement, problem: `${statement.problem ?? ""} (earlier wording)` };
  for (const signOff of signOffs) {
    const author = site.users.find((user) => user.personId === signOff.personId);
    if (author === undefined)
      throw new Error(`The company has no person ${signOff.personId}, who signed ${issue.key}`);
    const hash = statementHash(signOff.text === "older" ? older : statement);
    const body = textToAdf(writeSignOff({ function: signOff.function, object: issue.id, hash }));
    const at = new Date(Date.parse(issue.created) + (issue.comments.length + 1) * 3_600_000).toISOString();
    issue.comments.push({
      ...{ id: site.nextId(), author, updateAuthor: author, body, created: at, updated: at },
      properties: new Map(),
    });
    issue.updated = at;
  }
}
