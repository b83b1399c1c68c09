import { aimOnSheet, freightBillsRight } from "./aims";
import { bug, type DayFromToday, story, task, type Work } from "./work";

/** A live bet, signed by both functions. */
export const invoiceMatching = (day: DayFromToday): Work => ({
  bet: {
    id: "invoice-matching",
    title: "Match every invoice line to a parcel",
    aimId: freightBillsRight.id,
    sheet: {
      state: "active",
      version: 1,
      aim: aimOnSheet(freightBillsRight),
      mechanism: {
        lever: "matching each carrier invoice line to the parcel that it bills",
        metric: "invoice lines in dispute",
        reason: "four of five disputes are about lines whose parcel or weight nobody could find in time",
      },
      signals: [
        {
          kind: "proxy",
          name: "Invoice lines matched without a person",
          unit: "%",
          baseline: 31,
          target: 96,
          direction: "up",
        },
        {
          kind: "outcome",
          name: "Invoice lines in dispute at month-end",
          unit: "%",
          baseline: 3.8,
          target: 0.5,
          direction: "down",
        },
        {
          kind: "outcome",
          name: "Days to close freight",
          unit: "days",
          baseline: 6,
          target: 2,
          direction: "down",
        },
      ],
      stageGate: {
        date: day(16),
        rule: "We continue if DPD's and GLS's lines of last month match at 90 % or more without a person.",
      },
      guardrail: {
        sli: "Lines matched to the wrong parcel",
        threshold: "below 1 in 10,000, checked on 500 a week",
      },
      owner: "Ben Okafor",
      cadence: "Fridays, 20 minutes, with finance",
      rightToWin: "We hold the measured weight and the scan of every parcel that left the dock.",
      risks: [
        { text: "Accepting a charge by machine is final after 30 days.", oneWayDoor: true },
        { text: "Carriers change the layout of their files without notice.", oneWayDoor: false },
      ],
      assumptions: ["Tracking numbers are not used again within two years."],
      nonGoals: ["Negotiating rates", "Paying invoices"],
    },
    statement: {
      who: "The four people in Northwind's freight accounting and their peers at six customers",
      problem: "They compare carrier invoices with parcel lists by eye and give up on one line in four.",
      evidence: [
        "3.8 % of 412,000 lines were disputed in the last quarter, 2.9 points of it for lack of a match",
        "Time study on 3 and 4 September: 61 of 96 hours went into searching",
      ],
      cost: "€ 27,000 a month of charges accepted without proof, and four days of every month-end.",
      successSignal: `Lines in dispute fall from 3.8 % to 0.5 % at two month-ends in a row, by ${day(100)}.`,
      workaround: "A shared spreadsheet with 40 tabs.",
      nonGoals: ["Customs duties"],
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
    story(
      "Match each invoice line to the parcel that it bills",
      "One line, one parcel. Where two parcels fit, a person decides and we remember why.",
      {
        when: "active",
        priority: "high",
        labels: ["invoices"],
        parts: [
          "Match by tracking number, then by reference and weight",
          "A queue for lines without a match",
        ],
      },
    ),
    story(
      "Explain every difference between the quoted and the billed price",
      "Weight, zone, surcharge, fuel, rate card. First cause that accounts for it.",
      {
        when: "active",
        labels: ["invoices"],
      },
    ),
    story("Draft a dispute with the scan history attached"),
    task("Read DPD's new invoice layout", "Sample file came on Monday. Two columns moved, one is new.", {
      when: "active",
      labels: ["carriers"],
    }),
    bug(
      "Credit notes are counted as charges",
      "Sign is lost when the amount has a trailing minus, as in 12,40-.",
      { when: "closed", priority: "high" },
    ),
    story("Close the month for one carrier while another is still open"),
    story("Flag a fuel surcharge that is not in the contract", "Per carrier and week, against the annex.", {
      when: "next",
    }),
    task(
      "Load two years of paid invoices of Harbour Foods as a baseline",
      "Read only, into the analysis store.",
      { when: "closed", labels: ["measuring"] },
    ),
    bug(
      "Volumetric weight is rounded twice above 30 kg",
      "31.4 becomes 32 in the quote and 33 on the match page.",
      { when: "next" },
    ),
    story(
      "Accept differences below 5 cents without a person",
      "Needs the sum per month on the page, so that nobody is surprised.",
    ),
    story("Export matched lines to Exact and DATEV"),
    task("Agree with finance what counts as disputed", "", { when: "closed" }),
  ],
  growth: {
    starts: ["Match", "Explain", "Export", "Re-check", "Group", "Audit", "Archive", "Test"],
    ends: [
      "fuel surcharges",
      "credit notes",
      "toll lines",
      "returned parcels",
      "weight corrections",
      "unmatched lines",
      "pallet charges",
      "island surcharges",
    ],
  },
});
