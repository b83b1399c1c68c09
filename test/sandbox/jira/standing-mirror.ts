import { policy as policySchema } from "../../../shared/domain/policy";
import { none, value } from "../../../shared/domain/result";
import { readSignOff } from "../../../shared/domain/sign-off";
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
    const signOff = readSignOff(adfToText(comment.body));
    if (signOff === null) return [];
    const { accountId: id, displayName: name } = comment.author;
    return [
      {
        ...signOff,
        author: { id, name, kind: "person" as const },
        createdAt: comment.created,
        edited: "no" as const,
      },
    ];
  });
  const statement = written === undefined ? none : value(statementSchema.parse(written));
  issue.properties.set("plumbline.standing", standingOf(statement, signOffs, policy).standing);
}
