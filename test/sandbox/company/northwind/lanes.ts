import type { Lane } from "../../../../shared/domain/lane";
import { bug, incident, spike, type TicketDraft, task, type Work } from "./work";

const inLane = (lane: Lane, tickets: readonly TicketDraft[]) =>
  tickets.map((ticket) => ({ ...ticket, lane }));

/** Incidents. The last one was not declared; the project's policy puts it in the lane by its type. */
export const incidents = (): Work => ({
  bet: null,
  tickets: [
    ...inLane("incident", [
      incident(
        "Label printing down in Rotterdam: certificate expired",
        "06:12 to 06:55. 1,900 parcels late. Review on Thursday.",
        {
          when: "active",
          priority: "urgent",
        },
      ),
      incident("Shopify orders stuck for 40 minutes", "Webhook queue full after a retry storm.", {
        when: "closed",
        priority: "urgent",
      }),
      incident("312 customers got the same delivery message twice", "", { when: "closed", priority: "high" }),
      incident(
        "Database failover left the planner read-only",
        "Connection pool kept the old primary for 17 minutes.",
        {
          when: "active",
          priority: "urgent",
        },
      ),
    ]),
    incident("Pick-up file sent to GLS twice", "Two trucks came.", { when: "active", priority: "high" }),
  ],
  growth: {
    starts: [
      "Slow answers from",
      "Time-outs in",
      "Wrong data from",
      "Outage of",
      "Full disk on",
      "Memory leak in",
    ],
    ends: [
      "label printing",
      "the order import",
      "the tracking page",
      "scan ingestion",
      "the planner",
      "the message queue",
    ],
  },
});

/** Defects that were declared to be worked on for their own sake. */
export const bugs = (): Work => ({
  bet: null,
  tickets: inLane("bug", [
    bug("Time sheet export shows the hours of the month before"),
    bug("Search finds nothing when the order number ends in a space", "Pasted from mail, every time.", {
      when: "active",
    }),
    bug("A barcode with “%” signs the picker out", "Unescaped in the scan URL.", {
      when: "active",
      priority: "high",
    }),
    bug("Bench 7 prints on the printer of bench 1", "Since the move of the benches.", { when: "active" }),
    bug("Return label lacks an address when the shop has two", "", { when: "next" }),
    bug("Stock count refuses a zero", "", { when: "closed" }),
    bug("Weight field takes a comma and saves nothing", "12,5 shows a tick and stores null.", {
      when: "next",
    }),
    bug("Polish letters are broken on customs form CN23", "Font in the PDF lacks ą, ę and ł.", {
      labels: ["customs"],
    }),
    bug("Tooltip covers the Save button on small laptops", "", { priority: "low" }),
  ]),
  growth: {
    starts: [
      "Empty page in",
      "Wrong total in",
      "Sorting is lost in",
      "Dates are a day off in",
      "Umlauts are broken in",
      "Cannot print",
    ],
    ends: [
      "the stock count",
      "the return form",
      "the shift report",
      "the packing list",
      "customs papers",
      "order search",
      "time sheets",
      "user rights",
    ],
  },
});

/** Upkeep: what keeps the product safe and cheap to change. */
export const upkeep = (): Work => ({
  bet: null,
  tickets: inLane("upkeep", [
    task("Upgrade PostgreSQL 14 to 16 in the shipment service", "Replica first, then switch at 04:00.", {
      when: "active",
      labels: ["platform"],
    }),
    task("Rotate the carrier API keys before they expire", "DPD, GLS, DHL, PostNL. Dates are in the vault.", {
      when: "active",
      labels: ["platform"],
    }),
    task("Delete events older than 25 months, as contracts say", "", { labels: ["privacy"] }),
    task("Move the nightly jobs off the old cron server", "Nine left. Two have no owner.", {
      when: "next",
      labels: ["platform"],
    }),
    task("Replace the PDF library that nobody maintains"),
    task("Bring the test suite from 19 minutes to under 10", "Half of it is three database fixtures.", {
      when: "closed",
    }),
    task("Restore a backup into staging and write down how long it takes", "", {
      when: "next",
      labels: ["platform"],
    }),
    task("Remove last year's feature flags", "41 of 67 are on for everybody.", { priority: "low" }),
  ]),
  growth: {
    starts: [
      "Upgrade",
      "Rotate keys of",
      "Archive logs of",
      "Remove dead code from",
      "Raise test coverage of",
      "Document",
    ],
    ends: [
      "the shipment service",
      "the label service",
      "the scan gateway",
      "the billing jobs",
      "the planner",
      "the mail relay",
      "staging",
      "the data warehouse",
    ],
  },
});

/** Spikes: a question, a few days, an answer. */
export const spikes = (): Work => ({
  bet: null,
  tickets: inLane("spike", [
    spike(
      "Can a phone camera read pallet labels in bad light?",
      "Two days. Answer: share of labels read at 50 lux.",
      { when: "active" },
    ),
    spike(
      "What would it cost to keep scan events for seven years?",
      "Three storage options, in euros per month.",
      { when: "next" },
    ),
    spike("Why do GLS scans reach us 40 minutes late?", "", { when: "closed" }),
    spike("How good are open street maps for routes in Poland?"),
  ]),
  growth: {
    starts: [
      "Find out the cost of",
      "Try another way to store",
      "Measure",
      "Compare suppliers for",
      "Sketch",
    ],
    ends: ["pallet photos", "scan history", "route maps", "weight sensors", "voice input", "label stock"],
  },
});
