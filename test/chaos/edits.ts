import type { TrackerId } from "../../extension/trackers/hosts";
import { pick, type Random } from "../sandbox/company/random";
import { updateDocument } from "../sandbox/linear/documents";
import { updateIssue } from "../sandbox/linear/issues";
import type { Sandbox } from "../sandbox/server";

/** Somebody else, elsewhere, changes what a ticket serves or what its bet says. Gives what was done. */
export function editElsewhere({ jira, linear }: Sandbox, tracker: TrackerId, random: Random): string {
  if (tracker === "jira") {
    const issues = jira.ranked();
    const bets = issues.filter(({ type }) => type.hierarchyLevel === 1);
    const bet = pick(bets, random);
    if (random() < 0.6) {
      const ticket = pick(
        issues.filter(({ type }) => type.hierarchyLevel === 0),
        random,
      );
      ticket.parentId = random() < 0.2 ? null : bet.id;
      return `${ticket.key} now serves ${bet.key}, or nothing`;
    }
    const sheet = bet.properties.get("plumbline.sheet");
    const other = pick(bets, random).properties.get("plumbline.sheet");
    const next = pick([other, undefined, { state: "draft" }, "junk", sheet], random);
    if (next === undefined) bet.properties.delete("plumbline.sheet");
    else bet.properties.set("plumbline.sheet", structuredClone(next));
    return `${bet.key} has another sheet`;
  }
  if (random() < 0.6) {
    const issue = pick(linear.store.all("Issue"), random);
    const project = pick(linear.store.all("Project"), random);
    updateIssue(linear, null, issue.id, { projectId: random() < 0.2 ? null : project.id });
    return `ATL-${issue.number} now serves ${project.name}, or nothing`;
  }
  const sheets = linear.store.all("Document").filter(({ title }) => title === "Alignment Sheet");
  const [one, other] = [pick(sheets, random), pick(sheets, random)];
  updateDocument(linear, null, one.id, { content: random() < 0.2 ? "## Mechanism\n\nmagic" : other.content });
  return "a project has another sheet";
}
