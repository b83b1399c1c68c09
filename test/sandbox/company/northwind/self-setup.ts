import { aimOnSheet, liveInAWeek } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** A live bet whose course was changed once. Its statement waits for both signatures. */
export const selfSetup = (day: DayFromToday): Work => ({
  bet: {
    id: "self-setup",
    title: "Warehouses set themselves up",
    aimId: liveInAWeek.id,
    sheet: {
      state: "changed",
      version: 4,
      aim: aimOnSheet(liveInAWeek),
      mechanism: {
        lever: "a guided set-up that a warehouse manager finishes alone",
        metric: "days from signing to the first real order",
        reason: "19 of the 26 days today are spent waiting for one of our four set-up engineers",
      },
      signals: [
        {
          kind: "proxy",
          name: "Set-ups finished without a support call",
          unit: "%",
          baseline: 8,
          target: 70,
          direction: "up",
        },
        {
          kind: "outcome",
          name: "Days from signing to the first real order",
          unit: "days",
          baseline: 26,
          target: 7,
          direction: "down",
        },
      ],
      stageGate: {
        date: day(5),
        rule: "We continue if two of the next three warehouses reach the label test without calling us.",
      },
      guardrail: {
        sli: "Wrong bin locations found in the first stock count",
        threshold: "below 0.5 % of bins",
      },
      owner: "Sofia Kowalska",
      cadence: "Wednesdays, half an hour, watching one real set-up together",
      rightToWin: "Four years of set-up checklists that our engineers kept.",
      risks: [{ text: "Bin names printed on labels are hard to change afterwards.", oneWayDoor: true }],
      assumptions: [
        "A warehouse manager has two quiet hours in the first week.",
        "Label printers on site are one of the five models that we know.",
      ],
      nonGoals: ["Warehouses with robots", "Moving stock from another system"],
    },
    statement: {
      who: "Managers of newly signed warehouses with up to 60 people",
      problem: "They wait about three weeks for one of our engineers before they can scan a first order.",
      evidence: [
        "19 of 26 days are waiting time in the last 14 set-ups (project log)",
        "Two of five lost deals this spring named the start date",
      ],
      cost: "€ 9,400 of engineer travel per set-up and about 12 lost weeks of revenue a quarter.",
      successSignal: `Days from signing to the first order fall from 26 to 7 by ${day(110)}.`,
      workaround: "We fly an engineer in at weekends.",
      nonGoals: ["Custom integrations"],
      author: "sofia",
    },
    signOffs: [],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story(
      "Make aisles and bins from ten questions about the building",
      "Number of aisles, bays, levels, numbering side. The manager sees the first aisle drawn while answering.",
      {
        when: "active",
        priority: "high",
        labels: ["set-up"],
        parts: ["Preview bin labels before printing", "Undo the last zone that was made"],
      },
    ),
    story(
      "Checklist that shows what is left before the first scan",
      "Eleven points, each with its page and an honest estimate in minutes.",
      {
        when: "active",
        labels: ["set-up"],
      },
    ),
    story(
      "Test the label printer and a scanner from the set-up page",
      "Print one label, scan it back, say which of the two failed.",
      {
        when: "active",
      },
    ),
    story("Invite the warehouse team with one link and a role"),
    story(
      "Practice orders that never reach a carrier",
      "Marked on screen and on paper. Deleted when the first real order ships.",
      { when: "next" },
    ),
    task(
      "Write the set-up guide with the team in Gdańsk",
      "They start on the 3rd; sit beside them and write down every question.",
      {
        labels: ["set-up"],
      },
    ),
    bug("Set-up forgets the time zone when the browser is closed", "Saved in the session only.", {
      when: "closed",
    }),
    story(
      "Connect a Shopify store without a support ticket",
      "The shop owner approves; the warehouse manager never sees a key.",
    ),
    task("Log at which step people leave the set-up", "Step, minutes, no names.", {
      when: "closed",
      labels: ["measuring"],
    }),
    bug(
      "Invitation link opens an empty page on an iPad",
      "Safari 17, private mode. Storage is blocked there.",
      { when: "next" },
    ),
    story("Warn when two bins carry the same barcode"),
    story(
      "Ask for a call back from any step",
      "With the step and the last error, so that support need not ask.",
    ),
  ],
  growth: {
    starts: ["Explain", "Check", "Undo", "Import", "Preview", "Copy", "Test", "Translate"],
    ends: [
      "bin labels",
      "zone plans",
      "printer settings",
      "team roles",
      "practice orders",
      "scanner profiles",
      "opening hours",
      "dock doors",
    ],
  },
});
