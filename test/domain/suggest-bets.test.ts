import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { value } from "../../shared/domain/result";
import { createBetSuggester, type LinkedTicket, type TicketText } from "../../shared/domain/suggest-bets";
import { stemOf, termsOf } from "../../shared/domain/text-terms";
import { hitRate } from "../bench/hit-rate";
import { rateNamedTickets } from "../bench/named-tickets";
import { rateSeed } from "../bench/seed-links";
import { anyText } from "./arbitraries";
import { aSheet, aWorkItem } from "./builders";

const bets = [
  aWorkItem({ id: "waves", title: "Plan waves by carrier cut-off", isBet: true }),
  aWorkItem({ id: "bills", title: "Match every invoice line to a parcel", isBet: true }),
  aWorkItem({ id: "checkout", title: "Guest checkout", isBet: true, sheet: value(aSheet()) }),
];
const aTicket = (title: string, over: Partial<TicketText> = {}): TicketText => ({
  ...{ title, description: "", labels: [], components: [], reporter: null },
  ...over,
});
const linked = (key: string, betId: string, title: string, over: Partial<TicketText> = {}): LinkedTicket => ({
  ...aTicket(title, over),
  key,
  betId,
});

describe("the bets suggested for an orphan", () => {
  it("come from the words of the bet itself, and say which", () => {
    const [first] = createBetSuggester(bets, [])(aTicket("Show the carriers' cut-offs on the board"));
    expect(first).toMatchObject({ betId: "waves", why: [{ kind: "words" }] });
    expect(first?.why[0]).toEqual({ kind: "words", words: expect.arrayContaining(["carriers"]) });
  });

  it("come from where similar tickets went, and name them", () => {
    const past = [
      linked("ATL-1", "bills", "Pallet surcharge is counted twice"),
      linked("ATL-2", "waves", "Bench load per hour"),
    ];
    const [first] = createBetSuggester(bets, past)(aTicket("Surcharge for pallets missing"));
    expect(first?.betId).toBe("bills");
    expect(first?.why).toContainEqual({ kind: "tickets", keys: ["ATL-1"] });
  });

  it.each<[string, Partial<TicketText>, object]>([
    ["label", { labels: ["finance"] }, { kind: "label", name: "finance" }],
    ["component", { components: ["ledger"] }, { kind: "component", name: "ledger" }],
    ["reporter", { reporter: "ana" }, { kind: "reporter" }],
  ])("come from where a %s mostly leads", (_, marks, why) => {
    const past = [
      ...["a", "b", "c"].map((key) => linked(key, "bills", `Wholly different ${key}`, marks)),
      ...["d", "e", "f"].map((key) => linked(key, "waves", `Some other thing ${key}`)),
    ];
    const [first] = createBetSuggester(bets, past)(aTicket("Zebra", marks));
    expect(first).toMatchObject({ betId: "bills", why: [why] });
  });

  it("are none where nothing is near", () => {
    expect(createBetSuggester(bets, [])(aTicket("Zebra"))).toEqual([]);
    expect(createBetSuggester([], [])(aTicket("Carrier cut-offs"))).toEqual([]);
  });

  it("are only bets that may be suggested, best first, each once and with a reason, and always the same", () => {
    const tickets = fc.record({
      title: fc.oneof(
        anyText,
        fc.constantFrom("carrier cut-off", "invoice line", "guest checkout", "__proto__ constructor"),
      ),
      description: anyText,
      labels: fc.array(fc.constantFrom("x", "__proto__", "any"), { maxLength: 2 }),
      components: fc.constant([]),
      reporter: fc.option(fc.constantFrom("ana", "constructor"), { nil: null }),
    });
    const pasts = fc.array(
      fc
        .record({ key: fc.string(), betId: fc.constantFrom("waves", "bills", "gone") })
        .chain((it) => tickets.map((ticket) => ({ ...ticket, ...it }))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(tickets, pasts, (ticket, past) => {
        const found = createBetSuggester(bets, past)(ticket);
        expect(new Set(found.map(({ betId }) => betId)).size).toBe(found.length);
        for (const { betId, why, score } of found) {
          expect(bets.map(({ id }) => id)).toContain(betId);
          expect(why.length).toBeGreaterThan(0);
          expect(Number.isFinite(score)).toBe(true);
        }
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        );
        expect(createBetSuggester(bets, past)(ticket)).toEqual(found);
      }),
    );
  });

  it("are right far more often than by chance in the sandbox's company", () => {
    const [all, earlier, alone] = (["all others", "earlier ones", "the bets alone"] as const).map(rateSeed);
    expect(all?.asked).toBeGreaterThan(70);
    expect(all?.first).toBeGreaterThanOrEqual(0.7);
    expect(all?.firstThree).toBeGreaterThanOrEqual(0.88);
    expect(earlier?.first).toBeGreaterThanOrEqual(0.65);
    expect(alone?.first).toBeGreaterThanOrEqual(0.6);
  });
});

describe("the bench", () => {
  it("counts what came first and what came among three", () => {
    const answer = (...ids: string[]) => ids.map((betId) => ({ betId, score: 1, why: [] }));
    const answers = [answer("a"), answer("b", "c", "a"), answer("b", "c", "d", "a"), []];
    expect(hitRate(answers.map((suggested) => ({ suggested, right: "a" })))).toEqual({
      asked: 4,
      first: 0.25,
      firstThree: 0.5,
    });
  });

  it("hides the key that a text names, and knows only what came before", () => {
    const csv = `"Issue key","Summary","Description"
"XD-1","Rabbit source loses messages",""
"XD-2","Gemfire cache fills the disk",""
"XD-3","Messages lost after restart of rabbit","Same cause as XD-1 and XD-9"
"XD-9","Later","See XD-2"`;
    const { answers, candidates } = rateNamedTickets(csv);
    expect(answers.map(({ right }) => right)).toEqual(["XD-1", "XD-2"]);
    expect(answers[0]?.suggested.map(({ betId }) => betId)).toEqual(["XD-1"]);
    expect(answers[1]?.suggested).toEqual([]);
    expect(candidates).toBe(2);
  });
});

describe("the terms of a text", () => {
  it.each([
    ["carriers", "carrier"],
    ["cut-offs planned", "cut-off planning"],
    ["deliveries", "delivery"],
    ["stopped", "stopping"],
    ["invoice", "invoices"],
    ["boxes", "box"],
  ])("%s is near %s", (one, other) => {
    const stems = (it: string) => termsOf(it).map(({ stem }) => stem);
    expect(stems(one)).toEqual(stems(other));
  });

  it.each([
    ["words that say nothing are left out", "the of and because", []],
    [
      "a name in capitals and small letters is also its parts",
      "ScanGateway",
      ["scangateway", "scan", "gateway"].map(stemOf),
    ],
    ["writing without spaces gives pairs", "予約変更", ["予約", "約変", "変更"]],
  ])("%s", (_, text, wanted) => {
    expect(termsOf(text).map(({ stem }) => stem)).toEqual(wanted);
  });
});
