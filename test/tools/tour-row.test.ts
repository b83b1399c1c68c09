import { expect, it } from "vitest";
import { countTickets } from "./tour-row";

const badge = (key: string, state: string) => ({
  key,
  state,
  label: "",
  box: { x: 0, y: 0, width: 1, height: 1 },
});

it("counts each ticket once, by the state of its badge", () => {
  const badges = [
    badge("A-1", "aligned"),
    badge("A-1", "aligned"),
    badge("A-2", "orphan"),
    badge("A-3", "lane"),
    badge("A-4", "pending"),
    badge("A-5", "unknown"),
    badge("B-9", "orphan"),
  ];
  expect(countTickets(["A-1", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6"], badges)).toEqual({
    tickets: 6,
    badged: 5,
    aligned: 1,
    lanes: 1,
    orphans: 1,
    unknown: 1,
    pending: 1,
  });
});
