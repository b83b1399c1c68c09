import type { Landmark, SpotRule } from "../tracker-page";

/** Where badges sit on Jira Cloud. Links find the tickets; these only choose the place. */
export const spotRules: readonly SpotRule[] = [
  // Backlog row: behind the key that is seen; the other key link is for screen readers.
  {
    name: "backlog row",
    seen: "2026-08-13",
    views: ["backlog"],
    unit: '[data-testid^="software-backlog.card-list.card.content-container."]',
    anchor: '[data-testid$="card-contents.accessible-card-key.key"]',
    place: "after",
    takesRoom: true,
  },
  // Board card: the box around the key link.
  {
    name: "board card",
    seen: "2026-08",
    views: ["board"],
    unit: '[data-testid="platform-board-kit.ui.card.card"]',
    anchor: '[data-testid="platform-card.common.ui.key.key"] > a',
    place: "after",
    takesRoom: false,
  },
  // Issue view, full page, modal and panel: the last breadcrumb.
  {
    name: "issue breadcrumb",
    seen: "2026-08",
    views: ["issue"],
    unit: '[data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"]',
    anchor: null,
    place: "after",
    takesRoom: true,
  },
];

export const landmarks: readonly Landmark[] = [];

/** Text that people wrote, rendered or being edited. Seen 2026-01. */
export const proseSelector = ".ak-renderer-document,.ProseMirror";

/** Jira's design tokens follow its theme by themselves; the second value is the light one, for pages without. */
export const themeCss = `:root {
  --plumbline-ink: var(--ds-text, #292a2e);
  --plumbline-quiet: var(--ds-text-subtle, #505258);
  --plumbline-surface: var(--ds-surface-overlay, #fff);
  --plumbline-fill: var(--ds-background-neutral, #0515240f);
  --plumbline-line: var(--ds-border, #0b120e24);
  --plumbline-shadow: var(--ds-shadow-overlay, 0 8px 12px #1e1f2126, 0 0 1px #1e1f214f);
  --plumbline-aligned: var(--ds-icon-success, #6a9a23);
  --plumbline-lane: var(--ds-icon-information, #357de8);
  --plumbline-orphan-ink: var(--ds-text-warning, #9e4c00);
  --plumbline-orphan-line: var(--ds-border-warning, #e06c00);
  --plumbline-focus: var(--ds-border-focused, #4688ec);
}`;
