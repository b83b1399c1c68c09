import type { Family } from "../ticket-family";
import { story, type TicketDraft } from "./work";

const RIGHT_TO_LEFT_OVERRIDE = "\u202e";
const POP_DIRECTION = "\u202c";
const onBoard = { when: "active" } as const;

/**
 * Summaries which a careless overlay would run, reorder, or take for other tickets.
 * One is longer than either tracker lets a person type (Jira: 255 characters), as an import may be.
 */
const tickets: readonly TicketDraft[] = [
  story(
    `<img src=x onerror="document.title='owned'"> in the packing list`,
    `<script>document.title = "owned"</script>`,
    onBoard,
  ),
  story(`<script>document.title='owned'</script>`, `"><svg onload="document.title='owned'">`, onBoard),
  story(
    `Label ${RIGHT_TO_LEFT_OVERRIDE}gnp.lebal${POP_DIRECTION} \u2066is shown\u2069 backwards\u200b\u200b`,
    "",
    onBoard,
  ),
  story(`Very long: ${"pallet ".repeat(1_427)}`.slice(0, 10_000), "", onBoard),
  story(
    "Same as OPS-17, XD-404 and ATL-1 (see also UTF-8 and SHA-256)",
    "Blocked by ATL-999999 and PROJ-1.",
    onBoard,
  ),
  story(
    "See https://northwind.atlassian.net.evil.example/browse/ATL-1 first",
    "https://evil.example/browse/ATL-2 and https://linear.app.evil.example/northwind/issue/ATL-3",
    onBoard,
  ),
  story("🚚💨 Ünïcødé 👩🏽‍🔧 Z̸̡͖a̵l̶g̵o̷ {{7*7}} <%= 7*7 %> %s %n", "", onBoard),
  story("javascript:alert(1)//'\"`--><b data-key=ATL-1>", "", onBoard),
];

/** Every other one is aligned, so that an aim and a mechanism stand beside such text too. */
export const hostileFamilies: readonly Family[] = tickets.map((head, index) => ({
  betId: index % 2 === 0 ? "wave-planning" : null,
  head,
  parts: [],
}));
