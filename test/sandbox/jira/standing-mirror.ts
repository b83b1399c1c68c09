import { policy as policySchema } from "../../../shared/domain/policy";
import { none, value } from "../../../shared/domain/result";
import { evidenceIn } from "../../../shared/domain/sign-off";
import { standingOf } from "../../../shared/domain/standing";
import { statement as statementSchema } from "../../../shared/domain/statement";
import { adfToText } from "./adf";
import type { JiraIssue } from "./records";
import type { JiraSite } from "./site";

/**
 * Writes the cheap mirror `plumbline.standing` as Plumbline would, from the statement and the sign-off comments.
 * Bets have one always, other issues where they have a statement of their own.
 */
export function writeStandingMirror(site: JiraSite, issue: JiraIssue): void {
  const written = issue.properties.get("plumbline.statement");
  if (written === undefined && issue.type.hierarchyLevel <= 0) return;
  const project = site.projects.find((it) => it.id === issue.projectId);
  const policy = policySchema.parse(project?.properties.get("plumbline.policy"));
  const signOffs = issue.comments.flatMap((comment) => {
    const { accountId: id, displayName: name } = comment.author;
    return evidenceIn(adfToText(comment.body), {
      author: { id, name, kind: "person" },
      createdAt: comment.created,
      editedAt: null,
      edited: "no",
    });
  });
  const statement = written === undefined ? none : value(statementSchema.parse(written));
  issue.properties.set(
    "plumbline.standing",
    standingOf({ id: issue.id, statement }, signOffs, policy).standing,
  );
}
