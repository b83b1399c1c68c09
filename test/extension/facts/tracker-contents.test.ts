import { describe, expect, it } from "vitest";
import { seedCompany } from "../../sandbox/company/seed";
import type { JiraIssue } from "../../sandbox/jira/records";
import type { LinearWorkspace } from "../../sandbox/linear/workspace";
import { jiraFacts, linearFacts, ticketOf, today } from "./sandbox-facts";

const company = seedCompany({ today });
const keys = company.tickets.map(({ number }) => `ATL-${number}`);

describe("what may stand in Jira", () => {
  const open = (as?: string) => {
    const facts = jiraFacts(company, as);
    const issue = (key: string): JiraIssue => {
      const found = facts.jira.findIssue(key);
      if (found === undefined) throw new Error(`no ${key}`);
      return found;
    };
    const parentOf = (key: string) => issue(issue(key).parentId ?? "");
    const put = (carrier: JiraIssue, name: string, value: unknown) =>
      carrier.properties.set(name, value as never);
    return { ...facts, issue, parentOf, put };
  };
  const aligned = async () => {
    const { tickets } = await open().ask(keys);
    const found = tickets.find((it) => it.state === "aligned" && it.inherited);
    if (found === undefined) throw new Error("the seed has no aligned ticket");
    return found.key;
  };

  it("keys that Jira leaves out were not found, and the others are as they are", async () => {
    const key = await aligned();
    const answer = await open().ask([key, "ATL-99999", "NONE-1"]);
    expect(answer.failure).toBeNull();
    expect(ticketOf(answer, key).state).toBe("aligned");
    for (const missing of ["ATL-99999", "NONE-1"]) {
      expect(ticketOf(answer, missing)).toMatchObject({ state: "unknown", reason: "not-found", from: null });
    }
    expect(answer.toFetch).toEqual([]);
  });

  it("a parent that this person may not see makes what serves it unknown", async () => {
    const key = await aligned();
    const { ask, parentOf } = open("tom");
    parentOf(key).visibleTo = ["admin"];
    expect(ticketOf(await ask([key]), key)).toMatchObject({ state: "unknown", reason: "parent-unreadable" });
  });

  it("a stranger, who sees nothing, is told that nothing was found", async () => {
    const answer = await open("olga").ask(keys.slice(0, 5));
    expect(answer.tickets.map((it) => it.state === "unknown" && it.reason)).toEqual(
      Array(5).fill("not-found"),
    );
  });

  it.each([
    ["text", "active"],
    ["a number", 7],
    ["an empty object", {}],
    ["a list", [1]],
    ["true", true],
    ["a sheet whose mechanism is a word", { state: "active", version: 1, aim: null, mechanism: "magic" }],
  ])("a sheet that is %s makes unknown what serves it, and only that", async (_, junk) => {
    const key = await aligned();
    const { ask, parentOf, put } = open();
    const bet = parentOf(key);
    put(bet, "plumbline.sheet", junk);
    const answer = await ask(keys);
    expect(ticketOf(answer, key)).toMatchObject({
      state: "unknown",
      reason: "sheet-unreadable",
      from: bet.id,
    });
    expect(answer.tickets.some(({ state }) => state === "aligned")).toBe(true);
    expect(answer.sources.find(({ id }) => id === bet.id)?.sheet).toBeNull();
  });

  it("a lane and a standing that are none count as none", async () => {
    const key = await aligned();
    const { ask, issue, parentOf, put } = open();
    put(issue(key), "plumbline.lane", "holiday");
    put(parentOf(key), "plumbline.standing", { signed: true });
    expect(ticketOf(await ask([key]), key).state).toBe("aligned");
  });

  it("a noted standing says nothing about a statement that is missing or incomplete", async () => {
    const key = await aligned();
    const { ask, parentOf, put } = open();
    parentOf(key).properties.delete("plumbline.statement");
    put(parentOf(key), "plumbline.standing", "signed");
    expect(ticketOf(await ask([key]), key).standing).toBe("missing");
  });

  it.each([1, 2, 3, 7])("a circle of %i parents is an orphan with that reason", async (size) => {
    const { ask, issue } = open();
    const inCircle = company.tickets.filter(({ type }) => type === "Story").slice(0, size);
    const circle = inCircle.map(({ number }) => issue(`ATL-${number}`));
    circle.forEach((it, at) => {
      it.parentId = circle[(at + 1) % size]?.id ?? null;
      it.properties.clear();
    });
    const answer = await ask(circle.map(({ key }) => key));
    expect(answer.tickets).toHaveLength(size);
    for (const it of answer.tickets) expect(it).toMatchObject({ state: "orphan", reasons: ["parent-loop"] });
    expect(answer.toFetch).toEqual([]);
  });

  it("a hierarchy forty deep is followed to its top, one call a level", async () => {
    const { ask, issue, put } = open();
    const line = keys.slice(0, 40).map(issue);
    line.forEach((it, at) => {
      it.parentId = line[at + 1]?.id ?? null;
      it.properties.clear();
    });
    const top = line.at(-1);
    if (top)
      put(
        top,
        "plumbline.sheet",
        company.bets.find((it) => it.sheet?.aim && it.sheet.mechanism && it.sheet.state === "active")?.sheet,
      );
    const [deepest = ""] = keys;
    const answer = await ask([deepest]);
    expect(ticketOf(answer, deepest)).toMatchObject({ state: "aligned", from: top?.id, inherited: true });
    expect(answer.calls).toBe(40 + 1);
  });

  it("a parent that is gone makes what serves it unknown", async () => {
    const key = await aligned();
    const { ask, issue, jira } = open();
    const fields = { summary: "x", issuetype: { name: "Story", hierarchyLevel: 0 }, parent: { id: "4711" } };
    const issues = [{ id: issue(key).id, key, fields, properties: {} }];
    jira.faults.push({ match: () => true, respond: () => Response.json({ issues }), times: 1 });
    expect(ticketOf(await ask([key]), key)).toMatchObject({ state: "unknown", reason: "parent-unreadable" });
  });
});

describe("what may stand in Linear", () => {
  const [first = ""] = keys;
  /** Hangs each issue, outside every project, under the next one, and the last under `top`. */
  function hang(linear: LinearWorkspace, names: readonly string[], top: string | null) {
    const byKey = new Map(linear.store.all("Issue").map((it) => [`ATL-${it.number}`, it]));
    return names.flatMap((name, at) => {
      const issue = byKey.get(name);
      const parentId = byKey.get(names[at + 1] ?? top ?? "")?.id ?? null;
      return issue ? [Object.assign(issue, { projectId: null, labelIds: [], parentId })] : [];
    });
  }

  it("keys that Linear leaves out were not found", async () => {
    const answer = await linearFacts(company).ask(["ATL-99999", "NONE-1", first]);
    for (const missing of ["ATL-99999", "NONE-1"]) {
      expect(ticketOf(answer, missing)).toMatchObject({ state: "unknown", reason: "not-found" });
    }
    expect(answer.calls).toBe(1);
    expect(answer.toFetch).toEqual([]);
  });

  it("a sheet that a person spoiled by hand makes unknown what serves it, and only that", async () => {
    const { ask, linear } = linearFacts(company);
    const before = await ask(keys);
    const ticket = before.tickets.find((it) => it.state === "aligned");
    const project = linear.store
      .all("Issue")
      .find(({ number }) => `ATL-${number}` === ticket?.key)?.projectId;
    const page = linear.store
      .all("Document")
      .find((it) => it.projectId === project && it.title === "Alignment Sheet");
    if (ticket === undefined || page === undefined) throw new Error("the seed has no aligned ticket");
    page.content = "# Alignment Sheet\n\n## Mechanism\n\nmagic";
    const fresh = linearFacts(company);
    Object.assign(fresh.linear.store.get("Document", page.id), { content: page.content });
    const after = await fresh.ask(keys);
    expect(ticketOf(after, ticket.key)).toMatchObject({ state: "unknown", reason: "sheet-unreadable" });
    expect(after.tickets.some(({ state }) => state === "aligned")).toBe(true);
  });

  it("a project with the name of an issue never answers for that issue", async () => {
    const { ask, linear } = linearFacts(company);
    const issues = new Map(linear.store.all("Issue").map((it) => [`ATL-${it.number}`, it]));
    const twins = linear.store
      .all("Project")
      .map((project, at) => ({ project, key: keys[2 * at] ?? "", member: keys[2 * at + 1] ?? "" }));
    for (const { project, key, member } of twins) {
      Object.assign(issues.get(key) ?? {}, { projectId: null, parentId: null, labelIds: [] });
      Object.assign(issues.get(member) ?? {}, { projectId: project.id });
      project.name = key;
    }
    const answer = await ask(twins.flatMap(({ key, member }) => [key, member]));
    for (const { key } of twins)
      expect(ticketOf(answer, key)).toMatchObject({ state: "orphan", reasons: ["no-parent"] });
  });

  it("issues forty deep without a project end without hanging, and are known in the end", async () => {
    const { ask, linear } = linearFacts(company);
    hang(linear, keys.slice(0, 40), null);
    for (let times = 0; times < 4; times++) await ask([first]);
    expect(ticketOf(await ask([first]), first)).toMatchObject({
      state: "orphan",
      reasons: ["parent-without-sheet"],
    });
  });

  it("issues in a circle are orphans with that reason", async () => {
    const { ask, linear } = linearFacts(company);
    hang(linear, keys.slice(0, 3), first);
    const answer = await ask(keys.slice(0, 3));
    for (const it of answer.tickets) expect(it).toMatchObject({ state: "orphan", reasons: ["parent-loop"] });
  });
});
