import { ok, type Result } from "../../../shared/domain/result";
import { changeItem, recordChange } from "./changelog";
import { rankField } from "./fields";
import { getIssue } from "./get-issue";
import { can } from "./permissions";
import type { JiraIssue, JiraUser } from "./records";
import { type Refusal, refuse } from "./refusal";
import type { JiraSite } from "./site";

/** Beside which issue (id or key) the moved ones go. */
export interface RankTarget {
  before?: string | undefined;
  after?: string | undefined;
}

/** Ranks issues, in the order given, directly before or after another one. Needs *Schedule issues*. */
export function rankIssues(
  site: JiraSite,
  by: JiraUser,
  idsOrKeys: readonly string[],
  target: RankTarget,
): Result<JiraIssue[], Refusal> {
  if (!can(site, by, "SCHEDULE_ISSUES")) return refuse(403, "You do not have permission to rank issues.");
  const beside = target.before ?? target.after;
  if (beside === undefined) return refuse(400, "Either rankBeforeIssue or rankAfterIssue must be given.");
  const anchor = getIssue(site, by, beside);
  if (!anchor.ok) return refuse(400, anchor.error.errorMessages.join(" "));
  const moved: JiraIssue[] = [];
  for (const idOrKey of idsOrKeys) {
    const issue = getIssue(site, by, idOrKey);
    if (!issue.ok) return refuse(400, issue.error.errorMessages.join(" "));
    if (issue.value !== anchor.value && !moved.includes(issue.value)) moved.push(issue.value);
  }
  const ranks = makeRoom(site, new Set(moved), anchor.value, target.before !== undefined, moved.length);
  moved.forEach((issue, index) => {
    const rank = ranks[index] ?? issue.rank;
    if (rank === issue.rank) return;
    const direction = rank < issue.rank ? "Ranked higher" : "Ranked lower";
    issue.rank = rank;
    recordChange(site, issue, by, [
      changeItem(
        { field: "Rank", fieldId: rankField, custom: true },
        { id: "", name: "" },
        { id: "", name: direction },
      ),
    ]);
  });
  return ok(moved);
}

const spacing = 1000;

/** `count` rising whole ranks between the anchor and its neighbour; spreads all ranks anew when there is no room. */
function makeRoom(
  site: JiraSite,
  moved: ReadonlySet<JiraIssue>,
  anchor: JiraIssue,
  before: boolean,
  count: number,
): number[] {
  const others = site.ranked().filter((issue) => !moved.has(issue));
  const at = others.indexOf(anchor);
  const gap = () =>
    before
      ? { low: others[at - 1]?.rank ?? 0, high: anchor.rank }
      : { low: anchor.rank, high: others[at + 1]?.rank ?? anchor.rank + spacing * (count + 1) };
  let { low, high } = gap();
  if (high - low <= count) {
    others.forEach((issue, index) => {
      issue.rank = (index + 1) * spacing * (count + 1);
    });
    ({ low, high } = gap());
  }
  return Array.from(
    { length: count },
    (_, index) => low + Math.floor(((high - low) * (index + 1)) / (count + 1)),
  );
}
