import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { tenantOf } from "../../../extension/desk/tenant";
import { createFactsService, noTab } from "../../../extension/facts/facts-service";
import { Database } from "../../../extension/store/database";
import { createFactsStores } from "../../../extension/store/facts-stores";
import { performRequest } from "../../../extension/trackers/perform-request";
import { noteStanding, noteStandingsOf } from "../../../shared/desk/note-standing";
import { statementHash } from "../../../shared/domain/canonical";
import { defaultPolicy, type Policy } from "../../../shared/domain/policy";
import { writeSignOff } from "../../../shared/domain/sign-off";
import { jiraWritePort } from "../../../shared/jira/write-port";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { aStatement, aWorkItem } from "../../domain/builders";
import { fetchFrom } from "../../extension/fetch-from";
import { textToAdf } from "../../sandbox/jira/adf";
import { jiraApi } from "../../sandbox/jira/api";
import { addComment } from "../../sandbox/jira/comments";
import { setProjectProperty, setProperty } from "../../sandbox/jira/properties";
import { createJiraSite, type JiraSite } from "../../sandbox/jira/site";
import { bet, smallCompany } from "../../sandbox/jira/small-company";

const origin = "https://northwind.atlassian.net";
const { signal } = new AbortController();
let databases = 0;
let site: JiraSite;
let call: WriteCall;
/** Calls of this path fail. */
let out: RegExp | null;

beforeEach(() => {
  out = null;
  site = createJiraSite({ company: smallCompany({ bets: [bet("north")] }) });
  const fetch = fetchFrom(jiraApi(site), origin, { cookie: "cloud.session.token=ana" });
  call = async (request, stop) =>
    out?.test(request.path)
      ? { status: 0, contentType: "", retryAfterS: null, body: "" }
      : performRequest(request, stop, fetch);
});

const user = (person: string) => {
  const found = site.users.find(({ personId }) => personId === person);
  if (found === undefined) throw new Error(`nobody is ${person}`);
  return found;
};
const epic = () => {
  const found = [...site.issues.values()].find(({ type }) => type.name === "Epic");
  if (found === undefined) throw new Error("no epic");
  return found;
};
/** The word that is noted; older clients noted nothing else. */
const noted = () => {
  const raw = epic().properties.get("plumbline.standing");
  return typeof raw === "string" ? raw : (raw as { state: string }).state;
};
const text = aStatement({ author: null });

/** Tom wrote it, Raj signed it for product, and the browser knows the epic. */
async function signedByRaj() {
  setProperty(site, user("tom"), epic().id, "plumbline.statement", JSON.stringify(text));
  const code = writeSignOff({ function: "product", object: epic().id, hash: statementHash(text) });
  addComment(site, user("raj"), epic().id, textToAdf(code));
  const tenant = tenantOf(origin);
  if (tenant === null) throw new Error("no tenant");
  const stores = createFactsStores(new Database(`note-standing-${databases++}`));
  await createFactsService(stores).planFetch(tenant, { workspace: null, keys: [epic().key] }, noTab, (it) =>
    call(it, signal),
  );
  return () => noteStandingsOf([epic().id], tenant, jiraWritePort(call), call, stores, signal);
}
const rule = (policy: Policy) =>
  setProjectProperty(
    site,
    user("ana"),
    site.projects[0]?.key ?? "",
    "plumbline.policy",
    JSON.stringify(policy),
  );

describe("what was just written or commented on", () => {
  it("gets the standing that its evidence gives noted beside it", async () => {
    const note = await signedByRaj();
    await note();
    expect(noted()).toBe("signed");
    setProperty(
      site,
      user("tom"),
      epic().id,
      "plumbline.statement",
      JSON.stringify({ ...text, cost: "more" }),
    );
    await note();
    expect(noted()).toBe("stale");
  });

  it("is judged by the policy as it stands now", async () => {
    const note = await signedByRaj();
    rule({ ...defaultPolicy, functions: [{ name: "product", signers: [user("olga").accountId] }] });
    await note();
    expect(noted()).toBe("unsigned");
  });

  it.each([
    ["its comments", /comment/],
    ["its policy", /plumbline\.policy/],
    ["its statement", /properties=\*all/],
  ])("is left as it was noted where %s cannot be read", async (_, path) => {
    const note = await signedByRaj();
    setProperty(site, user("tom"), epic().id, "plumbline.standing", JSON.stringify("partial"));
    out = path;
    await note();
    expect(noted()).toBe("partial");
  });

  it("has no other note than it had where it has no statement", async () => {
    const note = await signedByRaj();
    epic().properties.delete("plumbline.statement");
    await note();
    expect(noted()).toBe("missing");
  });
});

describe("a standing that was verified", () => {
  const item = () => aWorkItem({ id: epic().id, standingMirror: "partial" });

  it("is noted where another one was", async () => {
    expect(await noteStanding(jiraWritePort(call), item(), "signed", signal)).toBe(true);
    expect(noted()).toBe("signed");
  });

  it("is not noted anew, nor where badges live by the evidence", async () => {
    expect(await noteStanding(jiraWritePort(call), item(), "partial", signal)).toBe(false);
    const { noteStanding: _, ...without } = jiraWritePort(call);
    expect(await noteStanding(without, item(), "signed", signal)).toBe(false);
    expect(noted()).toBe("missing");
  });

  it("that could not be noted costs nothing but a line in the log", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    out = /plumbline\.standing/;
    expect(await noteStanding(jiraWritePort(call), item(), "signed", signal)).toBe(false);
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});
