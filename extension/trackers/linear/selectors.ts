import { keyIn, titleIn } from "../link-text";
import type { Landmark, SpotRule } from "../tracker-page";

/** Where badges sit in Linear. Links find the tickets; these only choose the place. */
export const spotRules: readonly SpotRule[] = [
  // List row: its cells share the list's columns, so the badge goes into the title, never between cells.
  {
    name: "list row",
    seen: "2026-09-23",
    views: ["list", "sprint", "project", "mine", "saved-view", "search"],
    unit: "a[data-list-row=true],a[data-list-key]",
    anchor: titleIn,
    place: "first-in",
  },
  // Board card: the identifier stands alone in the first line.
  {
    name: "board card",
    seen: "2026-04",
    views: ["board"],
    unit: "a[data-board-item]",
    anchor: keyIn,
    liesOver: true,
  },
];

/** The issue page's crumbs have no mark of their own; its root has. */
export const landmarks: readonly Landmark[] = [
  { name: "issue page", seen: "2026-08-24", views: ["issue"], selector: "[data-view-id=issue-view]" },
];

/** Linear's editors, which remove nodes that they do not know. Seen 2026-09-23. */
export const proseSelector = ".ProseMirror,[data-editor-id]";

/** Linear publishes text, background and border colours (seen 2026-08-24); the marks have colours of our own. */
export const themeCss = `
  --plb-ink: var(--color-text-primary, #1b1c1e);
  --plb-quiet: var(--color-text-secondary, #4a4b50);
  --plb-surface: var(--color-bg-primary, #fff);
  --plb-fill: #8a8f9820;
  --plb-line: var(--color-border-primary, #e4e5e9);
  --plb-shadow: 0 8px 24px #0003;
  --plb-aligned: #1f8a5b;
  --plb-lane: #3f6fd8;
  --plb-orphan-ink: #8f4700;
  --plb-orphan-line: #d97706;
  --plb-focus: var(--focus-ring-color, #5e6ad2);
  :root.dark & {
    --plb-ink: var(--color-text-primary, #f4f5f8);
    --plb-quiet: var(--color-text-secondary, #b6b8c0);
    --plb-surface: var(--color-bg-primary, #16171a);
    --plb-line: var(--color-border-primary, #2c2e33);
    --plb-shadow: 0 8px 24px #000a;
    --plb-aligned: #4cc38a;
    --plb-lane: #7da2f5;
    --plb-orphan-ink: #f5a94a;
    --plb-orphan-line: #c77d1e;
  }
`;
