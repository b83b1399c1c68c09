import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { apis } from "../../../extension/trackers/apis";
import type { ApiAnswer, ApiRequest, TrackerApi } from "../../../shared/tracker/tracker-api";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";
import { linearApi } from "../../sandbox/linear/api";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";

vi.setConfig({ testTimeout: 60_000 });

const company = seedCompany({ today: "2026-11-20", issues: 12 });
const keys = company.tickets.map(({ number }) => `ATL-${number}`);
const origin = "https://northwind.atlassian.net";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

async function recorded(api: TrackerApi, send: (request: ApiRequest) => Promise<Response | null>) {
  const request = api.itemsRequest(keys);
  const body: Json = JSON.parse((await (await send(request))?.text()) ?? "");
  const read = (it: Json) => {
    const answer: ApiAnswer = {
      status: 200,
      contentType: "application/json",
      retryAfterS: null,
      body: JSON.stringify(it),
    };
    return api.read(request, answer, origin);
  };
  return { body, read };
}
const jira = () => {
  const handle = jiraApi(createJiraSite({ company }));
  const headers = { cookie: "cloud.session.token=ana" };
  return recorded(apis.jira, ({ method, path, body }) =>
    handle(new Request(origin + path, { method, body, headers })),
  );
};
const linear = () => {
  const handle = linearApi(createLinearWorkspace({ company }));
  const headers = { authorization: "lin_api_ana", "content-type": "application/json" };
  return recorded(apis.linear, ({ method, path, body }) =>
    handle(new Request(path, { method, body, headers })),
  );
};

/** Every place in a value, as a path. */
function* placesIn(it: Json, path: string[] = []): Generator<string[]> {
  yield path;
  if (it !== null && typeof it === "object") {
    for (const [name, inner] of Object.entries(it)) yield* placesIn(inner, [...path, name]);
  }
}
function withChange(it: Json, [name, ...rest]: string[], change: Json | undefined): Json | undefined {
  if (name === undefined) return change;
  if (it === null || typeof it !== "object") return it;
  const copy: Json = Array.isArray(it) ? [...it] : { ...it };
  const inner = withChange(Reflect.get(copy, name), rest, change);
  if (inner === undefined) Reflect.deleteProperty(copy, name);
  else Reflect.set(copy, name, inner);
  return copy;
}

describe.each([
  ["Jira", jira, ["issues"]],
  ["Linear", linear, ["data", "issues", "nodes"]],
] as const)("one issue of %s that anything was done to", (_, open, way) => {
  it("costs at most itself", async () => {
    const { body, read } = await open();
    const issues = way.reduce<Json>((it, name) => Reflect.get(it as object, name), body) as Json[];
    const whole = read(body);
    if (!whole.ok) throw new Error("the recorded answer does not read");
    const places = issues.flatMap((it, at) => [...placesIn(it)].map((path) => ({ at, path })));
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.oneof(
          fc.constant(undefined),
          fc.jsonValue().map((it) => it as Json),
        ),
        ({ at, path }, change) => {
          const answer = read(withChange(body, [...way, String(at), ...path], change ?? null) ?? null);
          if (!answer.ok) throw new Error(`refused as ${answer.error.kind}`);
          const own = issues[at] as { id: string };
          // A project of Linear stands in every issue that serves it, so it may lawfully have changed with one.
          const others = whole.value.items.filter(
            ({ id, isBet }) => id !== own.id && (!isBet || way[0] === "issues"),
          );
          const after = new Map(answer.value.items.map((it) => [it.id, it]));
          expect(others.map(({ id }) => after.get(id))).toEqual(others);
        },
      ),
      { numRuns: 150 },
    );
  });
});
