import { aimOnSheet, liveInAWeek } from "./aims";
import { bug, type DayFromToday, story, type Work } from "./work";

/** A draft: it names its aim, but nobody wrote how it would get there, and the statement is half done. */
export const stockImport = (day: DayFromToday): Work => ({
  bet: {
    id: "stock-import",
    title: "Bring your stock from Excel",
    aimId: liveInAWeek.id,
    sheet: {
      state: "draft",
      version: 1,
      aim: aimOnSheet(liveInAWeek),
      mechanism: null,
      signals: [
        {
          kind: "proxy",
          name: "First uploads without an error",
          unit: "%",
          baseline: null,
          target: null,
          direction: "up",
        },
      ],
      stageGate: { date: day(19), rule: "To be decided with the first two warehouses." },
      guardrail: null,
      owner: "Sofia Kowalska",
      cadence: null,
      rightToWin: null,
      risks: [],
      assumptions: [],
      nonGoals: [],
    },
    statement: {
      who: "New customers",
      problem: "They cannot upload their stock.",
      evidence: [],
      cost: null,
      successSignal: null,
      workaround: "Support runs a script.",
      nonGoals: [],
      author: "sofia",
    },
    signOffs: [],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story(
      "Upload stock levels from an Excel file",
      "First sheet only; show the first ten rows before anything is saved.",
      { when: "next" },
    ),
    story("Remember how columns were mapped for the next upload", "", { when: "backlog" }),
    bug(
      "Article numbers lose their leading zeros on upload",
      "Excel turns 00417 into 417; the cell format still knows.",
      { when: "active" },
    ),
  ],
  growth: {
    starts: ["Upload", "Map", "Validate", "Preview", "Undo"],
    ends: ["stock levels", "article numbers", "batch dates", "supplier codes", "storage units"],
  },
});
