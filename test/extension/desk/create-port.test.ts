import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { createPort } from "../../../extension/desk/create-port";
import { tenantOf } from "../../../extension/desk/tenant";
import { Database } from "../../../extension/store/database";
import { createOutbox } from "../../../extension/store/outbox";
import { performRequest } from "../../../extension/trackers/perform-request";
import { statementHash } from "../../../shared/domain/canonical";
import { writeStatement } from "../../../shared/domain/markdown";
import { defaultPolicy, writePolicy } from "../../../shared/domain/policy";
import { writeSignOff } from "../../../shared/domain/sign-off";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { aStatement } from "../../domain/builders";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment } from "../../sandbox/jira/comments";
import { setProjectProperty, setProperty } from "../../sandbox/jira/properties";
import { createJiraSite } from "../../sandbox/jira/site";
import { smallCompany as smallJira } from "../../sandbox/jira/small-company";
import { linearApi } from "../../sandbox/linear/api";
import { createComment } from "../../sandbox/linear/comments";
import { createDocument, updateDocument } from "../../sandbox/linear/documents";
import { issueBy } from "../../sandbox/linear/issues";
import { smallCompany as smallLinear } from "../../sandbox/linear/small-company";
import { createLinearWorkspace } from "../../sandbox/linear/workspace";
import { fetchFrom } from "../fetch-from";

const page = vi.hoisted(() => ({ call: null as unknown as WriteCall }));
vi.mock("wxt/browser", () => ({ browser: {} }));
vi.mock("../../../extension/trackers/call-in-page", () => ({
  callInPage: (_origin: string, request: Parameters<WriteCall>[0]) =>
    page.call(request, new AbortController().signal),
}));
afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: unknown) =>
  vi.stubGlobal("fetch", async () => Response.json(body, { status }));

async function portOf(address: string, database: Database) {
  const account = { workspace: "northwind", organization: "Northwind", person: "Ana Duarte" };
  await database.keys.put({ id: "linear", key: "lin_api_ana", ...account });
  const tenant = tenantOf(address);
  if (tenant === null) throw new Error("no tenant");
  const outbox = createOutbox(database, { senderOf: () => undefined, lock: async () => false });
  const { signal } = new AbortController();
  return createPort(tenant, { database, outbox, flush: async () => {}, open() {}, signal });
}

it.each(["product", "engineering"] as const)(
  "by the policy as it stands now, not as it was known, %s has signed or not",
  async (name) => {
    const linear = createLinearWorkspace({ company: smallLinear() });
    vi.stubGlobal("fetch", fetchFrom(linearApi(linear), "https://api.linear.app", {}));
    const port = await portOf("https://linear.app/northwind", new Database(`port-linear-${name}`));
    const issue = issueBy(linear, "ATL-6");
    const raj = linear.userOf("raj")?.id ?? "";
    const statement = aStatement({ author: null });
    const { documentContentId } = createDocument(
      linear,
      { userId: linear.userOf("sam")?.id ?? "" },
      { title: "Problem statement", content: writeStatement(statement), issueId: issue.id },
    );
    const body = writeSignOff({ function: name, object: issue.id, hash: statementHash(statement) });
    createComment(linear, { userId: raj }, { body, documentContentId });
    const view = await port.readTicket("ATL-6");
    if (!view.ok) throw new Error(view.error.kind);
    const signed = async () => {
      const read = await port.readSignOffs(view.value.ticket, statement);
      return read.ok ? read.value.functions.map((it) => it.signedBy?.id ?? null) : read.error;
    };
    const rule = (signers: string[]) => {
      const policy = linear.store.all("Document").find(({ title }) => title === "Gate policy");
      if (policy === undefined) throw new Error("there is no policy");
      const content = writePolicy({ ...defaultPolicy, functions: [{ name, signers }] });
      updateDocument(linear, { userId: raj }, policy.id, { content });
    };
    rule([raj]);
    expect(await signed()).toEqual([raj]);
    rule([linear.userOf("ana")?.id ?? ""]);
    expect(await signed()).toEqual([null]);
    // What was learnt in passing is known from now on.
    expect((await port.knownTicket("ATL-6"))?.policy.functions).toMatchObject([{ name }]);
  },
);

it("who lost their place in a group has not signed, whatever was known", async () => {
  const jira = createJiraSite({ company: smallJira() });
  const fetch = fetchFrom(jiraApi(jira), jira.baseUrl, { cookie: "cloud.session.token=ana" });
  page.call = (request, stop) => performRequest(request, stop, fetch);
  const port = await portOf("https://northwind.atlassian.net", new Database("port-jira"));
  const issue = jira.findIssue("ATL-6");
  const [raj, ana] = ["raj", "ana"].map((it) => jira.users.find(({ personId }) => personId === it));
  if (issue === undefined || !raj || !ana) throw new Error("the seed has no such people");
  const statement = aStatement({ author: null });
  setProperty(jira, ana, issue.id, "plumbline.statement", JSON.stringify(statement));
  const functions = [{ name: "product", signers: [], groups: ["leads"] }];
  setProjectProperty(jira, ana, "ATL", "plumbline.policy", JSON.stringify({ ...defaultPolicy, functions }));
  const group = { groupId: "leads", name: "leads", members: [raj] };
  jira.groups.push(group);
  const code = writeSignOff({ function: "product", object: issue.id, hash: statementHash(statement) });
  addComment(jira, raj, issue.id, textToAdf(code));
  const view = await port.readTicket("ATL-6");
  if (!view.ok) throw new Error(view.error.kind);
  const signed = async () => {
    const read = await port.readSignOffs(view.value.ticket, statement);
    return read.ok ? read.value.functions[0] : read.error;
  };
  expect(await signed()).toMatchObject({ signedBy: { id: raj.accountId } });
  group.members.length = 0;
  expect(await signed()).toMatchObject({ signedBy: null, refused: [{ reason: "not-a-signer" }] });
});

it("who is in front of the screen is still known out of reach of the tracker, and no more once signed out", async () => {
  const port = await portOf("https://linear.app/northwind", new Database("create-port"));
  const unreachable = () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));

  unreachable();
  expect(await port.readMe()).toMatchObject({ ok: false, error: { kind: "offline" } });
  answers(200, { data: { viewer: { id: "ana" } } });
  expect(await port.readMe()).toEqual({ ok: true, value: "ana" });
  unreachable();
  expect(await port.readMe()).toEqual({ ok: true, value: "ana" });
  answers(401, { errors: [{ message: "no", extensions: { code: "AUTHENTICATION_ERROR" } }] });
  expect(await port.readMe()).toMatchObject({ ok: false, error: { kind: "signed-out" } });
});
