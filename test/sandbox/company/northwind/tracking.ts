import { aimOnSheet, noWhereIsMyParcel } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** An initiative with a sheet of its own; in Jira two epics hang under it. Signed, and then the text was changed. */
export const believableTracking = (day: DayFromToday): Work => ({
  bet: {
    id: "believable-tracking",
    title: "Tracking that customers believe",
    aimId: noWhereIsMyParcel.id,
    sheet: {
      state: "active",
      version: 2,
      aim: aimOnSheet(noWhereIsMyParcel),
      mechanism: {
        lever: "promising a narrow delivery window and keeping it",
        metric: "contacts that ask where a parcel is",
        reason:
          "seven of ten such contacts come while the page still says “in transit” and the parcel is on time",
      },
      signals: [
        {
          kind: "proxy",
          name: "Parcels with a window of two hours or less by 10:00",
          unit: "%",
          baseline: 12,
          target: 80,
          direction: "up",
        },
        {
          kind: "outcome",
          name: "“Where is my parcel?” contacts per 1,000 shipments",
          unit: "contacts",
          baseline: 11,
          target: 4,
          direction: "down",
        },
      ],
      stageGate: {
        date: day(23),
        rule: "We continue if nine of ten windows shown in the trial are kept and contacts fall by a fifth in the three trial shops.",
      },
      guardrail: { sli: "Tracking page answers within a second", threshold: "99 % of requests per day" },
      owner: "Raj Patel",
      cadence: "Every second Thursday, with customer care",
      rightToWin:
        "Our vans report their position every 20 seconds; the carriers' public pages show scans only.",
      risks: [{ text: "A window that is missed twice is worse than none.", oneWayDoor: false }],
      assumptions: ["People look at the page before they call.", "Drivers keep the app open."],
      nonGoals: ["A new design for the tracking page"],
    },
    statement: {
      who: "People who wait at home for a parcel from one of our 40 largest shops",
      problem:
        "The page says “in transit” all day, so they cannot leave the house and call the shop instead.",
      evidence: [
        "2,140 of 3,050 contacts in one week came while the parcel was on time (care export, week 38)",
        "https://wiki.northwind.example/care/where-is-my-parcel",
      ],
      cost: "€ 4.10 per contact, about € 140,000 a quarter over all shops.",
      successSignal: `Contacts fall from 11 to 4 per 1,000 shipments by ${day(120)}.`,
      workaround: "Care agents phone the depot and ask.",
      nonGoals: ["International parcels"],
      author: "mei",
    },
    signOffs: [
      { personId: "raj", function: "product", text: "older" },
      { personId: "lena", function: "engineering", text: "older" },
    ],
    parentBetId: null,
    importedKey: null,
  },
  // A Jira initiative holds epics, not stories.
  tickets: [],
  growth: { starts: [], ends: [] },
});

/** An epic without a sheet: its tickets inherit over two levels, from the initiative. Nobody wrote a statement yet. */
export const deliveryWindows = (): Work => ({
  bet: {
    id: "delivery-windows",
    title: "Live delivery windows",
    aimId: null,
    sheet: null,
    statement: null,
    signOffs: [],
    parentBetId: "believable-tracking",
    importedKey: null,
  },
  tickets: [
    story(
      "Show a two-hour delivery window on the tracking page",
      "From 10:00 on the day of delivery. Where we have no window, say so and say when we will.",
      { when: "active", priority: "high", labels: ["tracking-page"] },
    ),
    story("Shrink the window to 30 minutes once the van has left the previous stop"),
    task(
      "Train the stop-time model on last winter's routes",
      "Snow weeks apart; they doubled the error in the first try.",
      {
        when: "active",
        labels: ["model"],
      },
    ),
    bug(
      "Window jumps a day for parcels scanned after midnight",
      "Depot scan at 00:20 counts as the next working day.",
      { when: "next" },
    ),
    story("Show how many stops are left before yours", "Only below ten, and never the addresses.", {
      labels: ["tracking-page"],
    }),
    task("Compare promised and real arrival for every route each night", "", {
      when: "closed",
      labels: ["measuring"],
    }),
  ],
  growth: {
    starts: ["Show", "Recompute", "Measure", "Cache", "Translate", "Test", "Narrow"],
    ends: [
      "delivery windows",
      "stop counts",
      "arrival times",
      "missed windows",
      "route progress",
      "van positions",
    ],
  },
});
