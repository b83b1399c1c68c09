import { bug, type DayFromToday, story, task, type Work } from "./work";

/** A mechanism, but nobody said which aim it serves; the statement is vague and unsigned. */
export const publicApi = (day: DayFromToday): Work => ({
  bet: {
    id: "public-api",
    title: "Public API version 3",
    aimId: null,
    sheet: {
      state: "active",
      version: 1,
      aim: null,
      mechanism: {
        lever: "offering one consistent API with signed webhooks",
        metric: "integrations built without our help",
        reason: "partners say that version 1 and 2 contradict each other",
      },
      signals: [
        {
          kind: "proxy",
          name: "Partners calling version 3",
          unit: "partners",
          baseline: 0,
          target: 10,
          direction: "up",
        },
        {
          kind: "proxy",
          name: "Support tickets about the API per week",
          unit: "tickets",
          baseline: 14,
          target: null,
          direction: "down",
        },
      ],
      stageGate: { date: day(30), rule: "We continue if three partners have moved." },
      guardrail: { sli: "Failed calls to versions 1 and 2", threshold: "below 0.1 % a day" },
      owner: "Lena Fischer",
      cadence: "Every second Tuesday",
      rightToWin: null,
      risks: [{ text: "Field names become public and cannot be changed.", oneWayDoor: true }],
      assumptions: ["Partners have time to move this year."],
      nonGoals: ["GraphQL"],
    },
    statement: {
      who: "Partners",
      problem: "We need a modern API.",
      evidence: ["Several partners have asked for it"],
      cost: "Partners are unhappy.",
      successSignal: "More partners use the API.",
      workaround: null,
      nonGoals: [],
      author: "lena",
    },
    signOffs: [],
    parentBetId: null,
    importedKey: null,
  },
  tickets: [
    story("Shipments endpoint with cursors instead of page numbers", "Page 400 takes nine seconds today.", {
      when: "active",
      labels: ["api"],
    }),
    task("Publish an OpenAPI file for every endpoint", "", { when: "active", labels: ["api"] }),
    story(
      "Sign webhooks and try them again for a day",
      "HMAC over the raw body; back off from one minute to one hour.",
      { when: "next", labels: ["api"] },
    ),
    task("Send the notice that version 1 ends", "", { when: "backlog", labels: ["api"] }),
    bug("Idempotency key is ignored when a label is made", "Two labels, two charges.", {
      when: "closed",
      labels: ["api"],
      priority: "high",
    }),
  ],
  growth: {
    starts: ["Document", "Version", "Deprecate", "Rate-limit", "Test", "Rename"],
    ends: [
      "the labels endpoint",
      "webhook retries",
      "API keys",
      "error codes",
      "the returns endpoint",
      "sandbox accounts",
    ],
  },
});
