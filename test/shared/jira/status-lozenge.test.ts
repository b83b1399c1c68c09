import { expect, it } from "vitest";
import { performRequest } from "../../../extension/trackers/perform-request";
import { standing } from "../../../shared/domain/statement";
import { noteStatus, statusKey, statusLozenge } from "../../../shared/jira/status-lozenge";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { fetchFrom } from "../../extension/fetch-from";
import { jiraApi } from "../../sandbox/jira/api";
import { createJiraSite } from "../../sandbox/jira/site";
import { smallCompany } from "../../sandbox/jira/small-company";

const { signal } = new AbortController();
const key = statusKey("0-1", "issue-panel");
function siteOf(who: string) {
  const site = createJiraSite({ company: smallCompany() });
  const fetch = fetchFrom(jiraApi(site), site.baseUrl, { cookie: `cloud.session.token=${who}` });
  const call: WriteCall = (request, stop) => performRequest(request, stop, fetch);
  return { site, call, shown: () => site.findIssue("ATL-6")?.properties.get(key) };
}

it.each(standing.options)("a standing %s has its own words and one of Jira's colours", (it) => {
  const { label, type } = statusLozenge(it).value;
  expect(label.length).toBeLessThanOrEqual(16);
  expect(["default", "inprogress", "moved", "new", "removed", "success"]).toContain(type);
  const others = standing.options
    .filter((other) => other !== it)
    .map((other) => statusLozenge(other).value.label);
  expect(others).not.toContain(label);
});

it("writes what is shown where it is another, and only then", async () => {
  const { site, call, shown } = siteOf("tom");
  expect(await noteStatus(call, "ATL-6", key, "unsigned", signal)).toEqual({ ok: true, value: true });
  expect(shown()).toEqual(statusLozenge("unsigned"));
  expect(await noteStatus(call, "ATL-6", key, "unsigned", signal)).toEqual({ ok: true, value: false });
  expect(await noteStatus(call, "ATL-6", key, "signed", signal)).toEqual({ ok: true, value: true });
  expect(shown()).toEqual(statusLozenge("signed"));
  expect(site.requests.filter(({ method }) => method === "PUT")).toHaveLength(2);
});

it("leaves it as it is for who may not edit the issue", async () => {
  const { site, call, shown } = siteOf("tom");
  site.grants.member.delete("EDIT_ISSUES");
  expect(await noteStatus(call, "ATL-6", key, "signed", signal)).toMatchObject({
    ...{ ok: false, error: { kind: "forbidden" } },
  });
  expect(shown()).toBe(undefined);
});
