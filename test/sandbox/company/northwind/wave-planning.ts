import { aimOnSheet, sameDayDispatch } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** A live bet, signed by both functions: most of the current sprint serves it. */
export const wavePlanning = (day: DayFromToday): Work => ({
  bet: {
    id: "wave-planning",
    title: "Plan waves by carrier cut-off",
    aimId: sameDayDispatch.id,
    sheet: {
      state: "active",
      version: 3,
      aim: aimOnSheet(sameDayDispatch),
      mechanism: {
        lever: "releasing pick waves in the order of carrier cut-offs",
        metric: "the share of orders that leave the same day",
        reason: "61 % of late orders were picked in time for a later truck, but after their own had left",
      },
      signals: [
        {
          kind: "proxy",
          name: "Orders released at least 90 minutes before their cut-off",
          unit: "%",
          baseline: 54,
          target: 85,
          direction: "up",
        },
        {
          kind: "proxy",
          name: "Waves re-planned by hand per shift",
          unit: "waves",
          baseline: 9,
          target: 2,
          direction: "down",
        },
        {
          kind: "outcome",
          name: "Orders that leave the same day",
          unit: "%",
          baseline: 83,
          target: 95,
          direction: "up",
        },
      ],
      stageGate: {
        date: day(9),
        rule: "We continue if Rotterdam and Venlo both release 75 % of orders 90 minutes before cut-off for five shifts in a row.",
      },
      guardrail: { sli: "Picks per hour and person", threshold: "not below 92 in any shift" },
      owner: "Noor Haddad",
      cadence: "Tuesdays, 20 minutes, with the shift leads of both sites",
      rightToWin: "We are the only supplier that sees both the order and the carrier's pick-up scan.",
      risks: [
        {
          text: "Small waves cost walking distance; the planner must not split below 40 lines.",
          oneWayDoor: false,
        },
        {
          text: "Carriers read the new pick-up file as a binding booking; taking it back needs a new contract.",
          oneWayDoor: true,
        },
      ],
      assumptions: [
        "Carrier calendars are right at least a day ahead.",
        "Packing benches, not pickers, are the limit after 13:00.",
      ],
      nonGoals: ["Routing inside the carrier's network", "Changing shift hours"],
    },
    statement: {
      who: "Shift leads at the eleven warehouses that ship more than 500 orders a day",
      problem:
        "They release waves in order-number order, so orders for the 15:30 truck wait behind orders for the 19:00 truck and miss it.",
      evidence: [
        "4,812 of 7,890 late orders in September were picked before 19:00 but after their own truck had left (report D-118)",
        "“I re-plan by hand from one o'clock on, and I always forget the islands.” Shift lead, Venlo",
      ],
      cost: "About € 38,000 a month in late fees, and two customers have named it as their reason to leave.",
      successSignal: `Orders that leave the same day rise from 83 % to 95 % by ${day(70)}.`,
      workaround: "Shift leads keep a paper list of cut-offs and move orders one by one.",
      nonGoals: ["Faster picking"],
      author: "noor",
    },
    signOffs: [
      { personId: "raj", function: "product", text: "current" },
      { personId: "lena", function: "engineering", text: "current" },
    ],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story(
      "Order waves by carrier cut-off instead of order number",
      "The planner sorts open orders by the cut-off of their carrier and service at this depot, earliest first. Orders without a cut-off go last and are listed.",
      {
        priority: "high",
        when: "active",
        labels: ["planner"],
        parts: ["Read cut-off times from the carrier calendar", "Re-plan the open wave when a cut-off moves"],
      },
    ),
    story(
      "Show the minutes left to each cut-off on the planner board",
      "One line per carrier, red under 30 minutes. The lead looks at this from three metres away, so large figures.",
      { when: "active", labels: ["planner"] },
    ),
    story(
      "Warn the shift lead when a wave cannot make its truck",
      "Compare lines left, people on the floor and the last hour's pick rate. Warn once per wave, not per order.",
      { when: "active", priority: "high" },
    ),
    story(
      "Hold orders that are short of stock out of the wave",
      "They go in with the first wave after replenishment. Today they block a tote for up to four hours.",
      {
        when: "active",
        statement: {
          who: "Pickers on the mezzanine in Venlo",
          problem: "An order that lacks one article keeps its tote on the belt until somebody walks it off.",
          evidence: ["On 14 shifts, 31 totes a shift stood for more than two hours (belt log)"],
          cost: "Two belt stops a day of 11 minutes each.",
          successSignal: `Totes that stand for more than two hours fall from 31 to under 5 a shift by ${day(9)}.`,
          workaround: "The floor lead walks the belt every hour.",
          nonGoals: [],
          author: "sofia",
        },
      },
    ),
    story(
      "Split waves that are larger than the packing benches can take",
      "Never below 40 lines; see the sheet's risks.",
    ),
    task(
      "Import next week's pick-up times from DPD and GLS",
      "Both publish a file on Thursday evening. Reject the file if more than 5 % of the depots changed.",
      { when: "closed", labels: ["carriers"] },
    ),
    bug(
      "Planner puts orders of two time zones into one wave",
      "Seen in Tallinn: orders from the Stockholm shop were planned an hour late. The planner compares local times without zones. Comes before ATL-99.",
      { when: "active", priority: "high" },
    ),
    story(
      "Let the shift lead pin an order to the next wave",
      "For the customer who phones. At most five per shift, and the log says who.",
    ),
    task(
      "Backfill cut-off times for the eleven depots that never had one",
      "List is in the depot register. Ask operations to confirm each one by mail.",
      {
        when: "closed",
        labels: ["carriers"],
      },
    ),
    story(
      "Release a wave by itself when the previous one is 80 % picked",
      "The lead can hold it for ten minutes with one button.",
    ),
    bug("Wave preview counts cancelled orders", "Preview says 212 lines, the wave has 198.", {
      when: "active",
    }),
    story(
      "Print pick lists in walking order",
      "Zone, aisle, bin. Odd aisles upwards, even aisles downwards.",
    ),
    task(
      "Record when each order is released, picked, packed and loaded",
      "Four timestamps per order; the proxy signals of this bet are computed from them.",
      { when: "closed", labels: ["measuring"] },
    ),
    story(
      "Daily report: which orders missed their truck, and at which step",
      "Sent at 06:00 to the site manager. No names of people.",
      {
        when: "next",
        labels: ["measuring"],
      },
    ),
    story("Re-plan within a minute when a truck is early"),
    bug(
      "Saturday cut-off ignored for express orders",
      "The calendar has it; the planner asks for Monday to Friday only.",
      { when: "next" },
    ),
    story(
      "Tell the planner why an order was left out of a wave",
      "One reason per order: stock, address, credit hold, or no cut-off.",
      {
        when: "next",
      },
    ),
    task(
      "Run the new planner in shadow mode at Rotterdam for a week",
      "Compare its waves with what the lead really did. Nothing is released.",
      {
        when: "closed",
      },
    ),
  ],
  growth: {
    starts: [
      "Show",
      "Recalculate",
      "Export",
      "Lock",
      "Audit changes to",
      "Speed up the view of",
      "Test",
      "Alert on",
    ],
    ends: [
      "carrier cut-offs",
      "late waves",
      "wave capacity",
      "orders on hold",
      "pick-up times",
      "bench load",
      "truck arrivals",
      "split waves",
      "express orders",
      "released lines",
    ],
  },
});
