import { afterEach, expect, it, vi } from "vitest";
import type { FrameHost } from "../../../forge-app/ui/frame-host";
import { createFramePort } from "../../../forge-app/ui/frame-port";
import type { PlacePage } from "../../../forge-app/ui/place";
import { statementHash } from "../../../shared/domain/canonical";
import { defaultPolicy } from "../../../shared/domain/policy";
import { err, ok } from "../../../shared/domain/result";
import { statement as statementSchema } from "../../../shared/domain/statement";
import { aStatement } from "../../domain/builders";
import { forgeStage } from "../forge-stage";
import { type ForgeStage, origin } from "../open-stage";
import { FakeBrowser } from "./fake-frame";

const lifetimes: AbortController[] = [];
afterEach(() => {
  for (const it of lifetimes.splice(0)) it.abort();
  vi.useRealTimers();
});
const project = { id: "10000", key: "ATL" };

/** A page of the app as this person sees it; `answers` are the app's own functions. */
function pageOf(
  stage: ForgeStage,
  who: string,
  at: PlacePage,
  {
    browser = new FakeBrowser(),
    answers = {},
  }: { browser?: FakeBrowser; answers?: Record<string, unknown> } = {},
) {
  const person = stage.person(who);
  const asked: string[] = [];
  const host: FrameHost = {
    requestJira: (path, { method, headers, body }) => {
      asked.push(`${method} ${path}`);
      return stage.platform.fetchProduct(
        path,
        { method, headers, ...(body !== undefined && { body }) },
        person,
      );
    },
    async ask(name) {
      if (!(name in answers)) return err({ kind: "unexpected", message: `nobody answers ${name}` });
      return ok(answers[name] as never);
    },
    open() {},
    refresh: vi.fn(),
  };
  const lifetime = new AbortController();
  lifetimes.push(lifetime);
  const place = {
    me: person.accountId,
    locale: "en",
    origin,
    module: { app: "0-1", environment: "0-2", key: "issue-panel" },
    at,
  };
  const { signal } = lifetime;
  const port = createFramePort({ host, place, storage: browser.open(who), locks: browser.locks, signal });
  return { port, asked, host, browser };
}
const onIssue = (stage: ForgeStage, key: string): PlacePage => ({
  page: "issue",
  issue: { id: stage.issue(key).id, key },
  project,
});

async function read(port: ReturnType<typeof pageOf>["port"], key: string) {
  const view = await port.readTicket(key);
  if (!view.ok) throw new Error(view.error.kind);
  return view.value;
}

it("a statement is written, signed by who may, and shown beside the closed panel; Jira's own scopes are enough", async () => {
  const stage = await forgeStage();
  const toms = pageOf(stage, "tom", onIssue(stage, "ATL-6"));
  const view = await read(toms.port, "ATL-6");
  expect(view.alignment.kind).toBe("orphan");
  const part = await toms.port.readPart(view.ticket.id, "statement");
  if (!part.ok) throw new Error(part.error.kind);
  const written = aStatement({ author: stage.person("tom").accountId });
  const base = { version: part.value.version, value: part.value.raw };
  const object = view.ticket.id;
  await toms.port.write([{ id: "w1", object, kind: "statement", value: written, base, after: null }]);
  expect(await toms.port.settled("w1")).toBe(true);
  expect(statementSchema.parse(stage.issue("ATL-6").properties.get("plumbline.statement"))).toEqual(written);
  await expect.poll(async () => (await read(toms.port, "ATL-6")).ticket.statement.kind).toBe("value");

  const rajs = pageOf(stage, "raj", onIssue(stage, "ATL-6"));
  const { ticket } = await read(rajs.port, "ATL-6");
  const hash = statementHash(written);
  const value = { act: "sign-off" as const, function: "product", hash };
  await rajs.port.write([{ id: "w2", object, kind: "comment", value }]);
  expect(await rajs.port.settled("w2")).toBe(true);
  const signed = await rajs.port.readSignOffs(ticket, written);
  expect(signed).toMatchObject({
    ok: true,
    value: { standing: "signed", me: stage.person("raj").accountId },
  });
  const status = "com.atlassian.jira.issue:0-1:issue-panel:status";
  await expect
    .poll(() => stage.issue("ATL-6").properties.get(status))
    .toEqual({ type: "lozenge", value: { label: "Signed off", type: "success" } });
  expect(stage.platform.failures).toEqual([]);
  expect(stage.platform.proxy.calls.filter((it) => it.status === 501 || it.status === 403)).toEqual([]);
});

it.each<[string, string]>([["olga", "not-found"]])(
  "%s may see no ticket, and is told so",
  async (who, kind) => {
    const stage = await forgeStage();
    const { port } = pageOf(stage, who, onIssue(stage, "ATL-6"));
    expect(await port.readTicket("ATL-6")).toMatchObject({ ok: false, error: { kind } });
  },
);

it("what a closed page left behind is sent by the next page of the same person", async () => {
  const stage = await forgeStage();
  const browser = new FakeBrowser();
  const toms = pageOf(stage, "tom", onIssue(stage, "ATL-6"), { browser });
  stage.site.faults.push({ match: () => true, respond: () => new Response("Oops", { status: 503 }) });
  const note = { act: "note" as const, text: "Changed" };
  const object = stage.issue("ATL-6").id;
  await toms.port.write([{ id: "w1", object, kind: "comment", value: note }]);
  await expect.poll(() => stage.platform.proxy.calls.length).toBeGreaterThan(0);
  for (const it of lifetimes.splice(0)) it.abort();
  stage.site.faults.length = 0;
  stage.clock.moveTo(stage.clock.now() + 60_000);
  pageOf(stage, "tom", onIssue(stage, "ATL-6"), { browser });
  await expect.poll(() => stage.issue("ATL-6").comments.length).toBe(1);
});

it("a project is read for its page, with all that its tickets serve, and how far it is", async () => {
  const stage = await forgeStage();
  const { port } = pageOf(stage, "tom", { page: "project", project });
  const soFar: number[] = [];
  const done = await port.readProject("ATL", (it) => soFar.push(it));
  const open = stage.site.ranked().filter((it) => it.status.category.key !== "done");
  expect(done).toEqual({ ok: true, value: { issues: open.length, isCut: false } });
  expect(soFar).toEqual([open.length]);
  const known = await port.knownTickets();
  const keys = open.filter((it) => it.type.hierarchyLevel <= 0).map(({ key }) => key);
  expect(known.map(({ ticket }) => ticket.key).sort()).toEqual(keys.sort());
  expect((await port.knownBets()).length).toBeGreaterThan(0);
});

it("the app's policy holds where a project has none, and its log is the page's", async () => {
  const stage = await forgeStage();
  stage.site.projects[0]?.properties.delete("plumbline.policy");
  const entry = {
    ...{ site: "", at: 1, ring: "after", issue: "ATL-1", sprint: "2", verdict: "block", strict: "block" },
    ...{ reasons: [], why: "put-back", override: null, ms: 5 },
  };
  const policy = { ...defaultPolicy, mode: "block" };
  const answers = { defaultPolicy: policy, gateNumbers: [entry] };
  const { port } = pageOf(stage, "ana", { page: "settings", project }, { answers });
  expect(await port.readPolicy("ATL")).toMatchObject({
    ok: true,
    value: { from: "company", holds: { value: policy } },
  });
  expect(await port.readGateLog(0)).toEqual({ ok: true, value: [entry] });
  const without = pageOf(stage, "ana", { page: "settings", project });
  expect(await without.port.readGateLog(0)).toMatchObject({ ok: false });
});

it("administrators find people of the whole site", async () => {
  const stage = await forgeStage();
  const { port, asked } = pageOf(stage, "ana", { page: "admin" });
  expect(await port.findPeople("", "raj")).toMatchObject({ ok: true, value: [{ name: "Raj" }] });
  expect(asked).toContain("GET /rest/api/3/user/search?query=raj&maxResults=10");
});

it.each([
  ["sign", true],
  ["PROBLEM st", true],
  ["devs", false],
])("looking for %s among groups and roles finds the app's own permission: %s", async (words, isFound) => {
  const stage = await forgeStage();
  const { port } = pageOf(stage, "ana", { page: "settings", project });
  const found = await port.findGroups("ATL", words);
  const name = "ari:cloud:ecosystem::extension/0-1/0-2/static/sign-statements";
  expect(found.ok && found.value.some((it) => it.kind === "role" && it.name === name)).toBe(isFound);
});
