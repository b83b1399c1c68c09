import { aimOnSheet, freightBillsRight } from "./aims";
import { bug, type DayFromToday, story, type Work } from "./work";

/** Stopped at its stage gate; a few tickets were left behind. */
export const rateCards = (day: DayFromToday): Work => ({
  bet: {
    id: "rate-cards",
    title: "Rate card editor",
    aimId: freightBillsRight.id,
    sheet: {
      state: "stopped",
      version: 2,
      aim: aimOnSheet(freightBillsRight),
      mechanism: {
        lever: "letting customers keep their own rate cards",
        metric: "invoice lines in dispute",
        reason: "we believed that most disputes came from outdated rates",
      },
      signals: [
        {
          kind: "proxy",
          name: "Rate cards changed by customers themselves",
          unit: "%",
          baseline: 0,
          target: 50,
          direction: "up",
        },
        {
          kind: "outcome",
          name: "Disputes that name the rate",
          unit: "%",
          baseline: 18,
          target: 5,
          direction: "down",
        },
      ],
      stageGate: {
        date: day(-34),
        rule: "We continue if at least 40 % of disputes in two sample months name the rate. (They were 11 %: stopped.)",
      },
      guardrail: { sli: "Quotes without a price", threshold: "below 1 in 1,000" },
      owner: "Ben Okafor",
      cadence: "None since it was stopped",
      rightToWin: null,
      risks: [],
      assumptions: ["Disputes come from outdated rates. (Wrong: most come from lines without a match.)"],
      nonGoals: ["Rates of sea freight"],
    },
    statement: {
      who: "Freight managers at our twelve largest customers",
      problem: "They send us rate changes by mail and see them in quotes nine days later.",
      evidence: ["47 mails in May, nine days in the median (support export)"],
      cost: "About € 6,000 a month in corrections.",
      successSignal: `Disputes that name the rate fall from 18 % to 5 % by ${day(-20)}.`,
      workaround: "Support types the rates in.",
      nonGoals: [],
      author: "ben",
    },
    signOffs: [
      { personId: "raj", function: "product", text: "current" },
      { personId: "lena", function: "engineering", text: "current" },
    ],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story("Edit rate cards with a formula per zone", "", { when: "backlog" }),
    story("Compare two rate cards side by side", "Rows that differ first.", { when: "next" }),
    bug("Copying a rate card drops the island surcharge", "", { when: "active" }),
  ],
  growth: {
    starts: ["Edit", "Copy", "Compare", "Approve", "Import"],
    ends: ["rate cards", "zone tables", "surcharge rules", "rate histories", "contract annexes"],
  },
});
