import { type Alignment, chainOf, type OrphanReason, resolveAlignment } from "../../shared/domain/alignment";
import { mechanismSentence } from "../../shared/domain/mechanism-sentence";
import { notedStanding } from "../../shared/domain/standing-mirror";
import type { Standing } from "../../shared/domain/statement";
import { statementInForce } from "../../shared/domain/statement-in-force";
import type { Company } from "../sandbox/company/company";
import { companyItems } from "../sandbox/company/company-items";
import { issueKeys } from "../sandbox/jira/issue-keys";
import type { JiraSite } from "../sandbox/jira/site";

export interface ExpectedBadge {
  state: "aligned" | "lane" | "orphan";
  text: string;
  locked: boolean;
  /** What the label for screen readers must contain. */
  says: string[];
}

export const standingWords: Record<Standing, string> = {
  missing: "missing",
  incomplete: "incomplete",
  unsigned: "waiting for signatures",
  partial: "signed in part",
  signed: "signed off",
  stale: "changed since it was signed",
};

export const orphanWords: Record<OrphanReason, { why: string; fix: string }> = {
  "no-parent": { why: "belongs to no bet", fix: "put it in a lane" },
  "parent-without-sheet": { why: "has no Alignment Sheet", fix: "Write the sheet of the bet" },
  "no-aim": { why: "names no aim", fix: "Name the outcome" },
  "no-mechanism": { why: "names no mechanism", fix: "we believe ___ will move ___ because ___" },
  "bet-stopped": { why: "The bet has ended", fix: "link it to a bet that is alive" },
  "gate-overdue": { why: "passed without a decision", fix: "Decide at the gate" },
  "parent-loop": { why: "go in a circle", fix: "Correct the parent" },
};

const open: ReadonlySet<Standing> = new Set(["missing", "incomplete", "unsigned", "stale"]);

/** How every issue of a site links to the strategy, by key, from the company and the domain's rules. */
export function expectedAlignments(
  company: Company,
  site: JiraSite,
): Map<string, { alignment: Alignment; standing: Standing }> {
  const { find } = companyItems(company);
  const idOf = (it: Company["bets"][number] | Company["tickets"][number]) =>
    "number" in it ? `${it.number}` : it.id;
  const keyOf = new Map([...issueKeys(company)].map(([it, key]) => [idOf(it), key]));
  const now = site.now().toISOString();
  const expected = new Map<string, { alignment: Alignment; standing: Standing }>();
  for (const [id, key] of keyOf) {
    const item = find(id);
    if (item === undefined) throw new Error(`The company has no ${id}`);
    const chain = chainOf(item, find);
    const carrier = statementInForce(item, chain);
    expected.set(key, {
      alignment: resolveAlignment(item, chain, company.policy.lanes, now),
      standing: carrier === null ? "missing" : mirrored(site, keyOf.get(carrier.id) ?? ""),
    });
  }
  return expected;
}

/** What the badge of every issue of a site must show, by key. */
export function expectedBadges(company: Company, site: JiraSite): Map<string, ExpectedBadge> {
  const all = [...expectedAlignments(company, site)];
  return new Map(all.map(([key, it]) => [key, expectedBadge(key, it.alignment, it.standing)]));
}

function expectedBadge(key: string, alignment: Alignment, standing: Standing): ExpectedBadge {
  switch (alignment.kind) {
    case "aligned": {
      const { aim, mechanism } = alignment.sheet;
      const says = [key, aim.title, mechanismSentence(mechanism), standingWords[standing]];
      return { state: "aligned", text: aim.title, locked: open.has(standing), says };
    }
    case "lane":
      return { state: "lane", text: alignment.lane, locked: false, says: [key, alignment.lane] };
    case "orphan": {
      const says = [key, "orphan", ...alignment.reasons.map((it) => orphanWords[it].why)];
      return { state: "orphan", text: "orphan", locked: false, says };
    }
    case "unknown":
      throw new Error(`The company says nothing of ${key}: ${alignment.reason}`);
  }
}

function mirrored(site: JiraSite, key: string): Standing {
  const issue = site.findIssue(key);
  const noted = issue && notedStanding(issue.properties.get("plumbline.standing"), issue.id);
  if (!noted) throw new Error(`${key} has no standing`);
  return noted;
}

/** `YYYY-MM-DD`, UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10);
