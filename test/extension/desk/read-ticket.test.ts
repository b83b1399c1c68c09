import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { readTicket } from "../../../extension/desk/read-ticket";
import { tenantOf } from "../../../extension/desk/tenant";
import { createFactsService } from "../../../extension/facts/facts-service";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { performRequest } from "../../../extension/trackers/perform-request";
import type { ApiRequest } from "../../../shared/tracker/tracker-api";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";
import { fetchFrom } from "../fetch-from";

const today = "2026-11-20";
const key = "ATL-12";
let databases = 0;
let clock: number;

beforeEach(() => {
  clock = Date.parse(`${today}T12:00:00.000Z`);
});

/** The panel beside a page of Jira, which may ask for the same. */
function beside() {
  const now = () => clock;
  const site = createJiraSite({ company: seedCompany({ today }), now: () => new Date(clock) });
  const session = { cookie: "cloud.session.token=ana" };
  const fetch = fetchFrom(jiraApi(site, now), site.baseUrl, session);
  const { signal } = new AbortController();
  const call = (request: ApiRequest) => performRequest(request, signal, fetch);
  const stores = createFactsStores(new Database(`read-ticket-${databases++}`));
  const facts = createFactsService(stores, { now });
  const tenant = tenantOf(site.baseUrl);
  if (tenant === null) throw new Error("no tenant");
  const plan = () => facts.planFetch(tenant, { workspace: null, keys: [key] }, 1, null);
  return {
    site,
    /** The page takes the calls that are due for itself, and makes them when told. */
    async pageAsks() {
      let requests = (await plan()).requests;
      return async () => {
        for (; requests.length > 0; requests = (await plan()).requests)
          for (const request of requests)
            await facts.learnAnswer(tenant, { request, answer: await call(request) }, 1);
      };
    },
    read: (meanwhile: () => Promise<void> = async () => {}) =>
      readTicket(facts, stores.cache, tenant, key, call, {
        now,
        signal,
        async wait(ms) {
          clock += ms;
          await meanwhile();
        },
      }),
  };
}

describe("a ticket beside its page", () => {
  it("that the page is asking for already is waited for, its policy too, and asked for once", async () => {
    const { pageAsks, read, site } = beside();
    const answer = await pageAsks();
    const found = await read(answer);
    expect(found).toMatchObject({
      ok: true,
      value: { ticket: { key }, policy: { functions: [{ name: "product" }, { name: "engineering" }] } },
    });
    const asked = site.requests.map(({ path }) => path);
    expect(asked.filter((path) => path.includes("plumbline.policy"))).toHaveLength(1);
  });

  it("is asked for by the panel itself once the page has kept it waiting too long", async () => {
    const { pageAsks, read } = beside();
    await pageAsks();
    const begun = clock;
    expect(await read()).toMatchObject({ ok: true, value: { ticket: { key } } });
    expect(clock - begun).toBeLessThanOrEqual(15_000);
  });
});
