import { story, task, type Work } from "./work";

/** Tickets that somebody wished for and nobody linked to anything. */
export const unlinked = (): Work => ({
  bet: null,
  tickets: [
    story("Dark mode for the planner board", "Asked for at the summer party.", {
      when: "active",
      priority: "low",
    }),
    task("Rename “consignment” to “shipment” everywhere", "", { when: "backlog" }),
    story("Export any table to Excel", "Every table. All columns.", { when: "active" }),
    story("Confetti when a shift reaches its target", "", { priority: "low" }),
    task("Demo data for the trade fair in Utrecht", "Big numbers, friendly names.", {
      when: "active",
      priority: "high",
    }),
    story("Let admins upload their own logo", "PNG and SVG.", { when: "next" }),
    story("Remember the last filter on the reports page"),
  ],
  growth: {
    starts: ["Redesign", "Add filters to", "Export", "Modernise", "Rename", "Rearrange", "Add icons to"],
    ends: [
      "the reports page",
      "the home page",
      "user profiles",
      "the customer list",
      "the archive",
      "the shift calendar",
    ],
  },
});
