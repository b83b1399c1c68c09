import { aimOnSheet, sameDayDispatch } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** Well reasoned and signed, but its stage gate passed and nobody decided. */
export const ringScanners = (day: DayFromToday): Work => ({
  bet: {
    id: "ring-scanners",
    title: "Hands-free picking with ring scanners",
    aimId: sameDayDispatch.id,
    sheet: {
      state: "active",
      version: 1,
      aim: aimOnSheet(sameDayDispatch),
      mechanism: {
        lever: "giving pickers a scanner worn on the finger",
        metric: "picks per hour and person",
        reason: "taking the hand scanner in and out of its holster costs 4 of the 31 seconds per pick",
      },
      signals: [
        {
          kind: "proxy",
          name: "Seconds from arriving at a bin to the scan",
          unit: "s",
          baseline: 9.2,
          target: 6,
          direction: "down",
        },
        {
          kind: "outcome",
          name: "Picks per hour and person",
          unit: "picks",
          baseline: 96,
          target: 112,
          direction: "up",
        },
      ],
      stageGate: {
        date: day(-6),
        rule: "We continue if the Venlo trial group picks 8 % more per hour than the other shift over ten days.",
      },
      guardrail: { sli: "Wrong picks", threshold: "below 3 per 1,000" },
      owner: "Tom de Vries",
      cadence: "Mondays and Thursdays on the floor in Venlo, 10 minutes",
      rightToWin: null,
      risks: [{ text: "300 scanners are a firm order of € 114,000.", oneWayDoor: true }],
      assumptions: ["A ring fits over a winter glove."],
      nonGoals: ["Smart glasses"],
    },
    statement: {
      who: "Pickers in Venlo and Rotterdam, about 210 people a day",
      problem:
        "They holster and draw a 380 g scanner for each pick and put it down to lift anything heavier than 5 kg.",
      evidence: ["Time study over 1,140 picks: 4.1 s of 31 s went into handling the scanner"],
      cost: "About 70 hours of work a day over both sites.",
      successSignal: `Picks per hour and person rise from 96 to 112 by ${day(40)}.`,
      workaround: "Some hang the scanner round the neck, which the safety officer forbids.",
      nonGoals: ["Packing benches"],
      author: "tom",
    },
    signOffs: [
      { personId: "ana", function: "product", text: "current" },
      { personId: "lena", function: "engineering", text: "current" },
    ],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story("Pair a ring scanner by scanning the code on the trolley", "Under ten seconds, with gloves on.", {
      when: "active",
      labels: ["scanners"],
    }),
    story("Confirm a pick by voice when both hands are full", "", { labels: ["scanners"] }),
    bug(
      "Ring scanner falls asleep between two picks",
      "After 20 s; the maker says the limit can be raised to 90 s.",
      { when: "active" },
    ),
    task("Lend 20 scanners to Venlo for a second week", "", { when: "next" }),
  ],
  growth: {
    starts: ["Pair", "Charge", "Test", "Label", "Replace", "Count", "Log"],
    ends: ["ring scanners", "glove sizes", "spare batteries", "voice prompts", "trolley codes"],
  },
});
