import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { setProperty } from "../sandbox/jira/properties";
import { forgetFacts } from "./forget-facts";
import { useJourney } from "./harness";
import { expectNoAxeFault, picture } from "./own-pages";
import { openPanelBeside } from "./panel";
import { writeReportPart } from "./report";
import { jiraStage, linearStage, type StagedStatement, type TrackerStage } from "./tracker-stage";

const journey = useJourney();
const stages = [jiraStage(journey), linearStage(journey)];
const results: { name: string; tracker: string; refused: boolean; reason: string }[] = [];

/** Raj wrote it: Ana may sign for product, Lena for engineering. */
const writtenBy = (author: string) => ({
  who: "New buyers on their first order",
  problem: "Their address is rejected when they live in a flat, and they leave",
  evidence: ["31 % of 1,204 checkouts in October ended at the address step"],
  cost: "About 40,000 EUR of orders a month",
  successSignal: "Drop-off at the address step down from 31 % to 20 % by 2027-01-15",
  workaround: null,
  nonGoals: [],
  author,
});
type Written = ReturnType<typeof writtenBy>;

/** A comment that looks like a signature; `by` seems to have signed, and `reason` is why it does not count. */
interface Attack {
  name: string;
  by: string;
  reason: string;
  act(it: StagedStatement, stage: TrackerStage, statement: Written): void;
}

const attacks: Attack[] = [
  {
    name: "another's code pasted by an app",
    ...{ by: "Release Bot", reason: "an app wrote it." },
    act: (it) => void it.comment("app", it.signature("engineering")),
  },
  {
    name: "a code pasted by somebody who may not sign",
    ...{ by: "Tom de Vries", reason: "the person may not sign for it." },
    act: (it) => void it.comment("tom", it.signature("engineering")),
  },
  {
    name: "a statement signed by its author",
    ...{ by: "Raj Patel", reason: "the person wrote the statement." },
    act: (it) => void it.comment("raj", it.signature("product")),
  },
  {
    name: "the hash of an older text",
    ...{ by: "Lena Fischer", reason: "the text has changed since." },
    act: (it, _, statement) =>
      void it.comment("lena", it.signature("engineering", { ...statement, cost: "About 400 EUR a month" })),
  },
  {
    name: "a signature replayed on another ticket",
    ...{ by: "Lena Fischer", reason: "its code is for another object." },
    act(it, stage, statement) {
      const other = stage.sow(statement);
      other.comment("lena", other.signature("engineering"));
      it.comment("lena", other.signature("engineering"));
    },
  },
  {
    name: "a function that does not exist",
    ...{ by: "Lena Fischer", reason: "there is no such function." },
    act: (it) => void it.comment("lena", it.signature("legal")),
  },
];

const open: Page[] = [];
async function panelOn(stage: TrackerStage, { key }: StagedStatement, person = "ana"): Promise<Page> {
  await stage.signIn(person);
  const tab = await journey.context.newPage();
  await tab.goto(stage.addressOf(key));
  const panel = await openPanelBeside(journey, tab);
  open.push(tab, panel);
  await panel.getByText(/^Checked at/).waitFor();
  return panel;
}
const standingIn = (panel: Page) => panel.locator(".sign-offs > p").first().textContent();
const signaturesIn = (panel: Page) => panel.getByText(/: signed by /).count();
const checkAgain = (panel: Page) => panel.getByRole("button", { name: "Check again" }).click();

/** What the panel says of an attack goes into the report before anything is expected of it. */
async function judge(panel: Page, name: string, { tracker }: TrackerStage, by: string, reason: string) {
  const said = panel.getByText(`The sign-off of ${by} does not count: ${reason}`);
  const refused = (await signaturesIn(panel)) === 0 && (await said.count()) === 1;
  results.push({ name, tracker, refused, reason });
  return refused;
}

beforeEach(() => forgetFacts(journey));
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.close()));
});
afterAll(() => writeReportPart("capture", "attacks", results));

describe.each(stages)("in $tracker", (stage) => {
  const sow = () => {
    const statement = writtenBy(stage.accountOf("raj"));
    return { statement, it: stage.sow(statement) };
  };

  test("comments that look like signatures count for nothing, each for its own reason", async () => {
    const { statement, it } = sow();
    for (const { act } of attacks) act(it, stage, statement);
    const panel = await panelOn(stage, it);
    const refused = [];
    for (const { name, by, reason } of attacks)
      if (await judge(panel, name, stage, by, reason)) refused.push(name);
    await picture(panel, `attacks-${stage.tracker}`);
    await expectNoAxeFault(panel);
    expect(refused).toEqual(attacks.map(({ name }) => name));
    expect(await standingIn(panel)).toBe("changed since it was signed");
  });

  test("who lost the right to sign has signed nothing any more", async () => {
    const { it } = sow();
    it.comment("lena", it.signature("engineering"));
    const [tom, lena] = [stage.accountOf("tom"), stage.accountOf("lena")];
    const undo = stage.rule((policy) => ({
      ...policy,
      functions: policy.functions.map((one) =>
        one.name === "engineering" ? { ...one, signers: [tom], formerSigners: [lena] } : one,
      ),
    }));
    try {
      const panel = await panelOn(stage, it);
      const reason = "the person may no longer sign.";
      expect(await judge(panel, "a person who lost the right", stage, "Lena Fischer", reason)).toBe(true);
      expect(await standingIn(panel)).toBe("waiting for signatures");
    } finally {
      undo();
    }
  });

  test("who loses the right while the panel is open signs nothing with what it still offers", async () => {
    const { it } = sow();
    const panel = await panelOn(stage, it, "lena");
    const sign = panel.getByRole("button", { name: "Sign for engineering" });
    await sign.waitFor();
    const undo = stage.rule((policy) => ({
      ...policy,
      functions: policy.functions.map((one) =>
        one.name === "engineering" ? { ...one, signers: [stage.accountOf("tom")] } : one,
      ),
    }));
    try {
      await sign.click();
      await panel.getByText("You cannot sign it any more, so nothing was sent.").waitFor();
      await sign.waitFor({ state: "detached" });
      expect(it.comments()).toEqual([]);
      await picture(panel, `right-lost-${stage.tracker}`);
    } finally {
      undo();
    }
    await checkAgain(panel);
    await sign.waitFor();
  });

  test("the writer who takes their name off the text and signs has signed their own", async () => {
    const { statement, it } = sow();
    const rajs = await panelOn(stage, it, "raj");
    await rajs.getByLabel("which costs", { exact: true }).fill("About 90,000 EUR of orders a month");
    await rajs.getByRole("button", { name: "Save", exact: true }).click();
    await rajs.getByText("Saved in the tracker.").waitFor();
    const unnamed = { ...statement, cost: "About 90,000 EUR of orders a month", author: null };
    it.rewrite("raj", unnamed);
    await checkAgain(rajs);
    await rajs.getByText("You wrote it, so somebody else has to sign.").waitFor();
    expect(await rajs.getByRole("button", { name: "Sign for product" }).count()).toBe(0);
    it.comment("raj", it.signature("product", unnamed));
    const panel = await panelOn(stage, it);
    const reason = "the person wrote the statement.";
    expect(await judge(panel, "the writer takes their name off and signs", stage, "Raj Patel", reason)).toBe(
      true,
    );
    expect(await standingIn(panel)).toBe("waiting for signatures");
    await picture(panel, `attack-unnamed-${stage.tracker}`);
    await expectNoAxeFault(panel);
  });

  test("a comment that somebody else edits into a signature is none; its author's edits are read anew", async () => {
    const { it } = sow();
    const name = "a comment edited by somebody else";
    const [comment, other] = [it.comment("lena", "Looks good"), it.comment("lena", "Let me see")];
    const words = it.edit("ana", comment, it.signature("engineering"));
    const panel = await panelOn(stage, it);
    // Jira lets an admin do it and says who did; Linear lets nobody.
    if (stage.tracker === "jira") {
      expect(words).toBeNull();
      const reason = "somebody else edited the comment.";
      expect(await judge(panel, name, stage, "Lena Fischer", reason)).toBe(true);
    } else {
      expect(words).toBe("You can only update your own comments.");
      results.push({
        name,
        tracker: "linear",
        refused: (await signaturesIn(panel)) === 0,
        reason: words ?? "",
      });
      expect(await signaturesIn(panel)).toBe(0);
    }
    expect(it.edit("lena", other, it.signature("engineering"))).toBeNull();
    await checkAgain(panel);
    await panel.getByText(/engineering: signed by Lena Fischer/).waitFor();
    it.edit("lena", other, "On second thought, no");
    await checkAgain(panel);
    await panel.getByText("engineering: not signed").waitFor();
  });

  test("two tabs that sign at once leave one comment", async () => {
    const { it } = sow();
    const tabs = [await panelOn(stage, it), await panelOn(stage, it)];
    const keys = tabs.map((panel) => panel.getByRole("button", { name: "Sign for product" }));
    await Promise.all(keys.map((key) => key.waitFor()));
    await Promise.all(keys.map((key) => key.click()));
    for (const panel of tabs) await panel.getByText(/product: signed by Ana Duarte/).waitFor();
    const signed = it.comments().filter((text) => text.includes("plumbline:sign-off:"));
    results.push({
      ...{ name: "two tabs signing at once", tracker: stage.tracker },
      ...{ refused: signed.length === 1, reason: "the second tab finds the first one's signature." },
    });
    expect(signed).toHaveLength(1);
  });
});

test("properties written by hand sign nothing, and the note that says so is called what it is", async () => {
  const [stage] = stages as [TrackerStage];
  const { jira } = journey.sandbox;
  const it = stage.sow(writtenBy(stage.accountOf("raj")));
  const tom = jira.users.find(({ personId }) => personId === "tom");
  if (tom === undefined) throw new Error("the seed has no Tom");
  const statement = jira.findIssue(it.key)?.properties.get("plumbline.statement") as object;
  const by = { id: stage.accountOf("lena"), name: "Lena Fischer", at: "2026-11-24T09:00:00.000Z" };
  for (const [key, value] of [
    ["plumbline.standing", "signed"],
    ["plumbline.statement", { ...statement, standing: "signed", signedBy: by }],
    ["plumbline.sign-off", { function: "engineering", signedBy: by }],
  ] as const)
    expect(setProperty(jira, tom, it.object, key, JSON.stringify(value)).ok).toBe(true);
  const panel = await panelOn(stage, it);
  const refused = (await signaturesIn(panel)) === 0;
  const reason =
    "A note says that it is signed off. Anyone can write such a note, so it does not count: only comments do.";
  results.push({ name: "properties written by hand", tracker: "jira", refused, reason });
  await panel.getByText(reason).waitFor();
  expect(refused).toBe(true);
  expect(await standingIn(panel)).toBe("waiting for signatures");
  await picture(panel, "attack-jira-property");
});
