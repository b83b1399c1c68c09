import { expect, it } from "vitest";
import {
  createKnownTickets,
  keptTickets,
} from "../../../../extension/entrypoints/tracker.content/known-tickets";
import { orphanFacts } from "./orphan-facts";

const keys = Array.from({ length: keptTickets + 500 }, (_, at) => `ATL-${at}`);

it.each(["read", "failed"])(
  "of too many tickets the first that were %s are forgotten, and this is told",
  (how) => {
    const forgotten: string[] = [];
    const tickets = createKnownTickets(
      () => undefined,
      (key) => forgotten.push(key),
      new AbortController().signal,
    );
    if (how === "failed") tickets.fail(keys, "offline");
    else tickets.take({ tickets: keys.map(orphanFacts), sources: [], toFetch: [] });
    expect(forgotten).toEqual(keys.slice(0, 500));
    expect(keys.filter((key) => tickets.get(key) !== undefined)).toEqual(keys.slice(500));
  },
);
