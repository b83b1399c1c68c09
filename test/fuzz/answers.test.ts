import fc from "fast-check";
import { describe, it } from "vitest";
import { createFactsService } from "../../extension/facts/facts-service";
import { apis } from "../../extension/trackers/apis";
import { trackerIds } from "../../extension/trackers/hosts";
import type { Site } from "../../shared/desk/site";
import { failureKinds } from "../../shared/tracker/failure";
import type { ApiAnswer } from "../../shared/tracker/tracker-api";
import { expectShowable } from "./expect-showable";
import { fuzz } from "./fuzz";
import { jsonMutations, mutated } from "./json-mutations";
import { origins, recordAnswers } from "./recorded-answers";
import { storesInMemory } from "./stores-in-memory";

const now = Date.parse("2026-11-20T12:00:00.000Z");
const answered = (body: string): ApiAnswer => ({
  status: 200,
  contentType: "application/json",
  retryAfterS: null,
  body,
});

/** What may be done to an answer on its way. */
const transport = fc.oneof(
  { weight: 12, arbitrary: fc.constant((answer: ApiAnswer) => answer) },
  {
    weight: 1,
    arbitrary: fc.nat(1_000).map((part) => (answer: ApiAnswer) => ({
      ...answer,
      body: answer.body.slice(0, Math.floor((answer.body.length * part) / 1_000)),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        status: fc.constantFrom(0, 204, 301, 400, 401, 403, 404, 418, 429, 500, 503),
        contentType: fc.constantFrom(
          "",
          "text/html",
          "application/json",
          "application/problem+json; charset=x",
        ),
        retryAfterS: fc.constantFrom(null, 0, 1, 86_400, 999_999_999),
      })
      .map((change) => (answer: ApiAnswer) => ({ ...answer, ...change })),
  },
);

describe.each(trackerIds)("answers of %s that anything was done to", (tracker) => {
  it("are understood or refused with a reason, and what is shown of them can be shown", async () => {
    const recorded = await recordAnswers(tracker);
    const site: Site = { id: origins[tracker], origin: origins[tracker], api: apis[tracker] };
    const cases = fc.record({
      // The answers that come in, each after some other: a ticket's, then its bet's, then the policy's.
      parts: fc.array(
        fc.record({ which: fc.nat(recorded.length - 1), mutations: jsonMutations(), transport }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    await fuzz(16, cases, async ({ parts }) => {
      const service = createFactsService(storesInMemory(), { now: () => now });
      const asked = new Set<string>();
      for (const { which, mutations, transport } of parts) {
        const { request, body } = recorded[which] as (typeof recorded)[number];
        for (const key of request.asked) asked.add(key);
        const answer = transport(answered(JSON.stringify(mutated(body, mutations))));
        const { failure } = await service.learnAnswer(site, { request, answer }, 1);
        if (failure !== null && !failureKinds.includes(failure.kind))
          throw new Error(`failed as ${failure.kind}`);
      }
      const keys = [...asked];
      const facts = await service.readFacts(site, { workspace: null, keys });
      expectShowable(facts, keys);
      // What is not shown is asked for: nothing is left pending for good.
      const shown = new Set(facts.tickets.map(({ key }) => key));
      const missing = keys.filter((key) => !shown.has(key) && !facts.toFetch.includes(key));
      if (missing.length > 0) throw new Error(`neither shown nor asked for: ${missing.join()}`);
    });
  });
});
