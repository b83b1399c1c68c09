import { childOf } from "../link-text";
import type { Landmark, SpotRule } from "../tracker-page";

/** Selects by Jira's own mark; `how` as in CSS: "^" begins, "$" ends with it. */
const testId = (id: string, how = ""): string => `[data-testid${how}="${id}"]`;

const listSummary = testId("business-list.ui.list-view.summary-cell");
const listRow = "[role=row],.BaseTable__row";
const summaryBeside = (link: Element): Element | null =>
  link.closest(listRow)?.querySelector(listSummary) ?? null;

/** Where badges sit on Jira Cloud. Links find the tickets; these only choose the place. */
export const spotRules: readonly SpotRule[] = [
  // Backlog row: behind the box of both keys, the one that is seen and the one for screen readers.
  {
    name: "backlog row",
    seen: "2026-08-13",
    views: ["backlog"],
    unit: testId("software-backlog.card-list.card.content-container.", "^"),
    anchor: `${testId("card-contents.accessible-card-key", "$")},${testId("card-contents.accessible-card-key.key", "$")}`,
  },
  // Board card: the box around the key link.
  {
    name: "board card",
    seen: "2026-08",
    views: ["board"],
    unit: testId("platform-board-kit.ui.card.card"),
    anchor: `${testId("platform-card.common.ui.key.key")} > a`,
    liesOver: true,
  },
  // Navigator and child issues: behind the key's box in the cell that holds type, key and summary.
  {
    name: "issue table row",
    seen: "2026-08",
    views: ["search"],
    unit: testId("native-issue-table.ui.issue-row"),
    anchor: (link) => childOf(link, testId("native-issue-table.ui.row.issue-row.merged-cell")),
  },
  // Card of a linked issue: behind its key.
  {
    name: "linked issue card",
    seen: "2026-08",
    views: [],
    unit: testId("issue-line-card.card-container"),
    anchor: testId("issue.issue-view.views.common.issue-line-card.issue-line-card-view.key"),
  },
  // List: its key has a narrow column of its own, so the badge goes before the summary.
  {
    name: "list row",
    seen: "2026-08",
    views: ["list"],
    unit: listRow,
    anchor: (link) =>
      link.matches(testId("business-list.ui.list-view.key-cell.issue-key"))
        ? summaryBeside(link)
        : link.closest(listSummary),
    place: "first-in",
  },
  // Timeline, the side with the work items: behind the key.
  {
    name: "timeline row",
    seen: "2026-08-18",
    views: ["timeline"],
    unit: testId("roadmap.timeline-table.components.list-item.container-", "^"),
    anchor: testId("roadmap.timeline-table-kit.ui.list-item-content.summary.key"),
  },
  // Issue view, full page, modal and panel: the last breadcrumb.
  {
    name: "issue breadcrumb",
    seen: "2026-08",
    views: ["issue"],
    unit: testId("issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"),
    anchor: null,
  },
];

/** A plan's timeline has rows of another make, whose inside is not known. */
export const landmarks: readonly Landmark[] = [
  {
    name: "plan row",
    seen: "2026-08",
    views: ["timeline"],
    selector: testId("portfolio-3-portfolio.app-simple-plans.main.tabs.roadmap.scope.issues.issue.row"),
  },
];

/** Text that people wrote, rendered or being edited. Seen 2026-01. */
export const proseSelector = ".ak-renderer-document,.ProseMirror";

/** Jira's design tokens follow its theme by themselves; the second value is the light one, for pages without. */
export const themeCss = `
  --plb-ink: var(--ds-text, #292a2e);
  --plb-quiet: var(--ds-text-subtle, #505258);
  --plb-surface: var(--ds-surface-overlay, #fff);
  --plb-fill: var(--ds-background-neutral, #0515240f);
  --plb-line: var(--ds-border, #0b120e24);
  --plb-shadow: var(--ds-shadow-overlay, 0 8px 12px #1e1f2126, 0 0 1px #1e1f214f);
  --plb-aligned: var(--ds-icon-success, #6a9a23);
  --plb-lane: var(--ds-icon-information, #357de8);
  --plb-orphan-ink: var(--ds-text-warning, #9e4c00);
  --plb-orphan-line: var(--ds-border-warning, #e06c00);
  --plb-focus: var(--ds-border-focused, #4688ec);
`;
