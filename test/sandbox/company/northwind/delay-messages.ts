import { aimOnSheet, noWhereIsMyParcel } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** A live bet under an initiative; its own sheet is nearer than the initiative's. Only product has signed. */
export const delayMessages = (day: DayFromToday): Work => ({
  bet: {
    id: "delay-messages",
    title: "Say it before they ask",
    aimId: noWhereIsMyParcel.id,
    sheet: {
      state: "active",
      version: 1,
      aim: aimOnSheet(noWhereIsMyParcel),
      mechanism: {
        lever: "telling customers about a delay within 15 minutes of our knowing",
        metric: "contacts on delayed parcels",
        reason: "people who were told first called a third as often in the trial with Lindgren Home",
      },
      signals: [
        {
          kind: "proxy",
          name: "Delayed parcels with a message before the window ends",
          unit: "%",
          baseline: 0,
          target: 90,
          direction: "up",
        },
        {
          kind: "proxy",
          name: "People who turn messages off",
          unit: "%",
          baseline: null,
          target: 2,
          direction: "down",
        },
        {
          kind: "outcome",
          name: "Contacts per 100 delayed parcels",
          unit: "contacts",
          baseline: 38,
          target: 15,
          direction: "down",
        },
      ],
      stageGate: {
        date: day(12),
        rule: "We continue if contacts on delayed parcels fall below 25 per 100 in two of the three trial shops.",
      },
      guardrail: { sli: "Wrong delay messages", threshold: "below 1 per 1,000 messages sent" },
      owner: "Mei Tanaka",
      cadence: "Mondays, 15 minutes, with the three trial shops every second week",
      rightToWin: null,
      risks: [
        { text: "A message sent in error to thousands cannot be taken back.", oneWayDoor: true },
        { text: "Shops may want their own wording and slow the roll-out.", oneWayDoor: false },
      ],
      assumptions: ["We know of a delay at least an hour before the customer does."],
      nonGoals: ["Marketing messages", "Messages about returns"],
    },
    statement: {
      who: "Customers of the three trial shops whose parcel will miss its window",
      problem: "Nobody tells them, so they wait at home and then call.",
      evidence: ["38 contacts per 100 delayed parcels, against 6 per 100 on time (care export, August)"],
      cost: "€ 52,000 a quarter in the three trial shops alone.",
      successSignal: `Contacts per 100 delayed parcels fall from 38 to 15 by ${day(60)}.`,
      workaround: "Shops mail a list of delayed orders by hand at noon.",
      nonGoals: ["Parcels that are lost"],
      author: "mei",
    },
    signOffs: [{ personId: "raj", function: "product", text: "current" }],
    parentBetId: "believable-tracking",
    importedKey: null,
  },
  tickets: [
    story(
      "Send a message when the promised hour can no longer be met",
      "Within 15 minutes of the planner's new estimate, once per parcel, and only if the new window is at least an hour later.",
      {
        when: "active",
        priority: "high",
        labels: ["messages"],
        parts: ["Message texts in Dutch, German and Polish", "Hold the message back when the van catches up"],
      },
    ),
    story(
      "Let the shop choose e-mail, SMS or WhatsApp for delays",
      "Per shop and per country; e-mail where nothing is set.",
      { labels: ["messages"] },
    ),
    story(
      "No messages between 21:00 and 08:00 in the customer's own time",
      "Queue them for 08:00 and drop those that are no longer true.",
      {
        when: "active",
      },
    ),
    story("Merge two delay messages about one order into one"),
    task(
      "Count contacts within 24 hours of a delay message",
      "Join care tickets to messages by order number.",
      {
        when: "closed",
        labels: ["measuring"],
      },
    ),
    bug(
      "Delay message names the depot instead of the shop",
      "“Your parcel from Venlo-2”. The sender field is read from the scan.",
      {
        when: "active",
      },
    ),
    story(
      "Offer a pick-up point when the second attempt would be tomorrow",
      "At most three points, nearest first, with opening hours.",
    ),
    task(
      "Ask DHL for scan events every 5 minutes instead of every hour",
      "Their account manager said yes in principle; needs a change to the contract annex.",
      {
        labels: ["carriers"],
      },
    ),
    bug("German message shows the delivery time in UTC", "", { when: "next", priority: "high" }),
    story(
      "Show the care agent which messages a customer has had",
      "In the order view, newest first, with the text as sent.",
    ),
    story(
      "Opt out with one tap, without signing in",
      "The link must work for 30 days and say which shop it is about.",
      { when: "next" },
    ),
    task(
      "Agree the wording with the three trial shops",
      "Draft is with Lindgren Home; the other two wait for it.",
      { when: "closed" },
    ),
  ],
  growth: {
    starts: ["Send", "Translate", "Preview", "Throttle", "Log", "Test", "Count", "Retry"],
    ends: [
      "delay messages",
      "opt-out links",
      "pick-up point offers",
      "night-time messages",
      "SMS receipts",
      "shop wordings",
      "catch-up notices",
      "bounced messages",
    ],
  },
});
