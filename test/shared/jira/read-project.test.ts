import { expect, it } from "vitest";
import { performRequest } from "../../../extension/trackers/perform-request";
import type { WorkItem } from "../../../shared/domain/issue";
import { readProject } from "../../../shared/jira/read-project";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { fetchFrom } from "../../extension/fetch-from";
import { seedCompany } from "../../sandbox/company/seed";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";

const { signal } = new AbortController();

function siteOf(issues: number) {
  const site = createJiraSite({ company: seedCompany({ today: "2026-11-20", issues }) });
  const fetch = fetchFrom(jiraApi(site), site.baseUrl, { cookie: "cloud.session.token=ana" });
  const call: WriteCall = (request, stop) => performRequest(request, stop, fetch);
  const items: WorkItem[] = [];
  const soFar: number[] = [];
  const read = () =>
    readProject(
      call,
      "ATL",
      site.baseUrl,
      async (parsed, count) => {
        items.push(...parsed.items);
        soFar.push(count);
      },
      signal,
    );
  return { site, items, soFar, read };
}

it("reads every unfinished issue of a project, with its sheet, statement and lane, a page at a time", async () => {
  const { site, items, soFar, read } = siteOf(250);
  const open = [...site.issues.values()].filter((it) => it.status.category.key !== "done");
  expect(await read()).toEqual({ ok: true, value: { issues: open.length, isCut: false } });
  expect(items.map(({ key }) => key).sort()).toEqual(open.map(({ key }) => key).sort());
  expect(soFar).toEqual(soFar.toSorted((a, b) => a - b));
  expect(soFar.length).toBe(Math.ceil(open.length / 100));
  const withSheets = open.filter((it) => it.properties.has("plumbline.sheet"));
  expect(items.filter((it) => it.sheet.kind !== "none")).toHaveLength(withSheets.length);
});

it("stops after so many, and says that there are more", async () => {
  const { read, items } = siteOf(3_000);
  expect(await read()).toEqual({ ok: true, value: { issues: 2_000, isCut: true } });
  expect(items).toHaveLength(2_000);
});

it("says why it could not, with what was read before", async () => {
  const { site, read, items } = siteOf(250);
  const at = (n: number) => site.requests.filter(({ path }) => path.includes("search/jql")).length >= n;
  site.faults.push({ match: () => at(1), respond: () => new Response("Oops", { status: 503 }) });
  expect(await read()).toMatchObject({ ok: false, error: { kind: "server" } });
  expect(items).toHaveLength(100);
});
