import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createFactsService } from "../../../extension/facts/facts-service";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { apis } from "../../../extension/trackers/apis";
import type { Site } from "../../../shared/desk/site";
import { failureKinds } from "../../../shared/tracker/failure";
import type { ApiAnswer } from "../../../shared/tracker/tracker-api";

vi.setConfig({ testTimeout: 60_000 });

const sites: Record<"jira" | "linear", Site> = {
  jira: { id: "https://n.atlassian.net", origin: "https://n.atlassian.net", api: apis.jira },
  linear: { id: "https://linear.app/n", origin: "https://linear.app", api: apis.linear },
};

/** Bodies of every kind, with the words of both trackers in them far more often than chance. */
const word = fc.constantFrom(
  "issues",
  "nodes",
  "data",
  "projects",
  "id",
  "key",
  "identifier",
  "fields",
  "properties",
  "summary",
  "issuetype",
  "name",
  "hierarchyLevel",
  "parent",
  "plumbline.sheet",
  "plumbline.lane",
  "value",
  "labels",
  "documents",
  "project",
  "title",
  "url",
  "status",
  "type",
  "initiatives",
  "sheet",
  "statement",
  "content",
  "errors",
  "extensions",
  "code",
  "ATL-1",
  "ATL-2",
  "1",
  "RATELIMITED",
  "__proto__",
  "constructor",
  "toString",
);
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, 0, 1, -1, 1e300, "", "active", "bug"),
    word,
    fc.string(),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, fc.string()), tie("json"), { maxKeys: 6 }),
  ),
}));
const anyAnswer: fc.Arbitrary<ApiAnswer> = fc.record({
  status: fc.oneof(
    fc.constantFrom(0, 200, 200, 200, 204, 301, 400, 401, 403, 404, 429, 500),
    fc.integer({ min: 0, max: 999 }),
  ),
  contentType: fc.constantFrom("application/json", "application/json;charset=UTF-8", "text/html", ""),
  retryAfterS: fc.option(fc.nat(), { nil: null }),
  body: fc.oneof(
    json.map((it) => JSON.stringify(it)),
    fc.string(),
    fc.constantFrom("", "{", '{"issues":[', "<html>"),
  ),
});

const anyKey = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}-[0-9]{1,25}$/);

const tab = 1;
let databases = 0;
const newService = (now: () => number) =>
  createFactsService(createFactsStores(new Database(`any-answer-${databases++}`)), { now });

describe.each(["jira", "linear"] as const)("whatever %s answers", (tracker) => {
  const site = sites[tracker];
  const keys = ["ATL-1", "ATL-2"];

  it("asking ends, nothing is thrown, and each ticket has a state or a failure has a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { minLength: 1, maxLength: 6 }), async (answers) => {
        const service = newService(() => 1e12);
        let calls = 0;
        const call = async (): Promise<ApiAnswer> => answers[calls++ % answers.length] as ApiAnswer;
        let failed = null;
        for (let round = 0; round < 30 && failed === null; round++) {
          const callOr = site.api.caller === "page" ? null : call;
          const plan = await service.planFetch(site, { workspace: null, keys }, tab, callOr);
          failed = plan.failure;
          if (plan.requests.length === 0) break;
          for (const request of plan.requests) {
            failed ??= (await service.learnAnswer(site, { request, answer: await call() }, tab)).failure;
          }
        }
        const { tickets, sources } = await service.readFacts(site, { workspace: null, keys });
        if (failed === null) expect(tickets.map(({ key }) => key)).toEqual(keys);
        else expect(failureKinds).toContain(failed.kind);
        for (const ticket of tickets) {
          if (ticket.state === "aligned")
            expect(sources.find(({ id }) => id === ticket.from)?.sheet?.mechanism).toBeTruthy();
        }
        expect(calls).toBeLessThan(60);
      }),
      { numRuns: 150 },
    );
  });

  it("whatever keys a page may name, asking ends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyKey, { minLength: 1, maxLength: 5 }), async (names) => {
        const service = newService(() => 1e12);
        const body =
          tracker === "jira"
            ? '{"issues":[],"value":{}}'
            : '{"data":{"issues":{"nodes":[]},"projects":{"nodes":[]}}}';
        const answer: ApiAnswer = { status: 200, contentType: "application/json", retryAfterS: null, body };
        const question = { workspace: null, keys: names };
        let calls = 0;
        const call = async () => {
          calls++;
          return answer;
        };
        for (let round = 0; round < 5; round++) {
          const plan = await service.planFetch(site, question, tab, site.api.caller === "page" ? null : call);
          for (const request of plan.requests)
            await service.learnAnswer(site, { request, answer: await call() }, tab);
        }
        expect(
          (await service.planFetch(site, question, tab, site.api.caller === "page" ? null : call)).requests,
        ).toEqual([]);
        expect(calls).toBeLessThanOrEqual(1 + names.length);
      }),
      { numRuns: 100 },
    );
  });
});
