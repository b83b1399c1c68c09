import { afterEach, describe, expect, it, vi } from "vitest";
import { statementHash } from "../../shared/domain/canonical";
import { writeSignOff } from "../../shared/domain/sign-off";
import { historyKey } from "../../shared/jira/kept-history";
import { aStatement } from "../domain/builders";
import { textToAdf } from "../sandbox/jira/adf";
import { addComment, editComment } from "../sandbox/jira/comments";
import { setProperty } from "../sandbox/jira/properties";
import { forgeStage } from "./forge-stage";
import type { ForgeStage } from "./open-stage";

afterEach(() => vi.useRealTimers());

const key = "ATL-6";
const codeFor = ({ issue }: ForgeStage, object = key, said = aStatement()) =>
  writeSignOff({ function: "product", object: issue(object).id, hash: statementHash(said) });
const note = (stage: ForgeStage, name: string, value: unknown) =>
  setProperty(stage.site, stage.person("tom"), key, name, JSON.stringify(value));

/** Each makes it look as if the statement of the issue were signed off, by what a client without rights can do. */
const forgeries: [string, (stage: ForgeStage) => unknown][] = [
  ["the note of a standing", (stage) => note(stage, "plumbline.standing", "signed")],
  ["a property that says who signed", (stage) => note(stage, "plumbline.sign-offs", [{ by: "raj" }])],
  ["an app's comment", (stage) => addComment(stage.site, stage.platform.app, key, textToAdf(codeFor(stage)))],
  [
    "the author's own comment",
    (stage) => addComment(stage.site, stage.person("ana"), key, textToAdf(codeFor(stage))),
  ],
  [
    "a writer's comment, the author's name taken off",
    (stage) => {
      const entry = {
        ...{ part: "statement", revision: "1", over: null, version: "1" },
        ...{ at: "2026-11-16T08:00:00.000Z", value: aStatement({ author: null }) },
      };
      stage.write(key, aStatement({ author: null }));
      note(stage, historyKey(stage.person("tom").accountId), [entry]);
      stage.sign(key, "tom");
    },
  ],
  [
    "a comment that somebody else edited into one",
    (stage) => {
      const said = addComment(stage.site, stage.person("raj"), key, textToAdf("Looks fine."));
      if (!said.ok) throw new Error("The comment was refused.");
      editComment(stage.site, stage.person("ana"), key, said.value.id, textToAdf(codeFor(stage)));
    },
  ],
  [
    "a sign-off of another ticket",
    (stage) => addComment(stage.site, stage.person("raj"), key, textToAdf(codeFor(stage, "ATL-5"))),
  ],
  [
    "a sign-off of another text",
    (stage) => stage.sign(key, "raj", aStatement({ problem: "Something else." })),
  ],
  [
    "a quoted sign-off",
    (stage) =>
      addComment(
        stage.site,
        stage.person("raj"),
        key,
        textToAdf(`> ${codeFor(stage).split("\n").join("\n> ")}`),
      ),
  ],
  [
    "a sign-off on another ticket's page",
    (stage) => addComment(stage.site, stage.person("raj"), "ATL-5", textToAdf(codeFor(stage))),
  ],
  ["a lane that does not exist", (stage) => note(stage, "plumbline.lane", "exempt")],
  ["a policy in the issue", (stage) => note(stage, "plumbline.policy", { mode: "off" })],
];

describe("no forged evidence lets a ticket in:", () => {
  it.each(forgeries)("%s", async (_, forge) => {
    const stage = await forgeStage();
    stage.platform.validateTransitions();
    stage.write(key);
    forge(stage);
    await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: [key] });
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(null);
    const moved = await stage.ask("tom", "POST", `/rest/api/3/issue/${key}/transitions`, {
      transition: { id: "21" },
    });
    expect(moved.status).toBe(400);
    expect(stage.platform.failures).toEqual([]);
  });

  it("while a true one does", async () => {
    const stage = await forgeStage();
    stage.write(key);
    stage.sign(key);
    await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: [key] });
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(2);
  });

  it("while a true one of what the ticket serves does", async () => {
    const stage = await forgeStage();
    const bet = [...stage.site.issues.values()].find(({ type }) => type.name === "Epic")?.key ?? "";
    stage.write(bet);
    stage.sign(bet);
    await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: ["ATL-5", key] });
    await stage.platform.settle();
    expect(["ATL-5", key].map(stage.placeOf)).toEqual([2, null]);
  });
});

describe("who may sign by a group", () => {
  const functions = [{ name: "product" as const, signers: [], groups: ["nobody-knows-it"] }];

  it.each([
    ["signs", "raj", 2],
    ["and does not belong to it, does not", "tom", null],
  ])("%s", async (_, who, place) => {
    const stage = await forgeStage();
    const group = stage.site.groups[0];
    if (group === undefined) throw new Error("There is no group.");
    // Whoever belongs to it is read, and is not let in for want of that.
    const named = [{ name: "product" as const, signers: [], groups: [group.name] }];
    stage.writePolicy({ mode: "block", withoutFacts: "block", functions: named });
    stage.write(key);
    stage.sign(key, who);
    group.members.splice(0, group.members.length, stage.person("raj"));
    await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: [key] });
    await stage.platform.settle();
    expect(stage.placeOf(key)).toBe(place);
  });

  it("is not known where the group is gone, and the policy decides", async () => {
    for (const [withoutFacts, place] of [
      ["allow-and-flag", 2],
      ["block", null],
    ] as const) {
      const stage = await forgeStage({ mode: "block", functions, withoutFacts });
      stage.write(key);
      stage.sign(key);
      await stage.ask("tom", "POST", "/rest/agile/1.0/sprint/2/issue", { issues: [key] });
      await stage.platform.settle();
      expect(stage.placeOf(key)).toBe(place);
      stage.end();
    }
  });
});
