import type { Frame, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { notedStanding } from "../../shared/domain/standing-mirror";
import { adfToText } from "../sandbox/jira/adf";
import type { JiraIssue } from "../sandbox/jira/records";
import { issueBy } from "../sandbox/linear/issues";
import { expectNoAxeFaultIn, formIsClosed, formOver } from "./capture-frame";
import { dropIntoSprint } from "./drop-into-sprint";
import { companyWithGate, isReady } from "./gate-company";
import { useJourney } from "./harness";
import { waitForOneEach } from "./jira-units";
import { layoutShift } from "./layout-shift";
import { expectedInLinear } from "./linear-expected";
import { picture, themes } from "./own-pages";
import { writeStatementIn } from "./write-statement";

// One function signs, and who wrote a statement may: so that one person can mend everything.
const company = companyWithGate("block", 400);
company.policy.functions = [{ name: "product", signers: ["raj", "ana"] }];
company.policy.separationOfDuties = false;
const journey = useJourney({ company });

/** Tickets below an epic, outside every sprint and lane, whose statement is missing or signed by nobody. */
function lacking(): JiraIssue[] {
  const { jira } = journey.sandbox;
  const isUnsigned = (issue: JiraIssue): boolean => {
    for (let it: JiraIssue | undefined = issue; it; it = jira.issues.get(it.parentId ?? "")) {
      if (it.properties.has("plumbline.lane") || it.type.name === "Incident") return false;
      if (it.properties.has("plumbline.statement"))
        return notedStanding(it.properties.get("plumbline.standing"), it.id) === "unsigned";
    }
    return true;
  };
  return outside().filter((it) => it.parentId !== null && isUnsigned(it));
}
const outside = (): JiraIssue[] =>
  [...journey.sandbox.jira.issues.values()].filter(
    (it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0,
  );
/** Those below nothing, without a statement of their own. */
const orphans = (): JiraIssue[] =>
  outside().filter(
    ({ parentId, properties, type }) =>
      parentId === null &&
      !properties.has("plumbline.statement") &&
      !properties.has("plumbline.lane") &&
      type.name !== "Incident",
  );
function toCome() {
  const future = journey.sandbox.jira.sprints.find(({ state }) => state === "future");
  if (future === undefined) throw new Error("the seed has no sprint to come");
  return future;
}
function first<T>([it]: readonly T[]): T {
  if (it === undefined) throw new Error("the seed has no such ticket");
  return it;
}

async function dropped(...keys: string[]): Promise<{ page: Page; dialog: Frame }> {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  expect(await dropIntoSprint(page, keys, toCome().id)).toBe(400);
  return { page, dialog: await formOver(page) };
}
const commentsOn = (issue: JiraIssue) => issue.comments.map(({ body }) => adfToText(body)).join("\n");

describe("what Jira's gate keeps out", () => {
  test.each(themes)(
    "is told so that everybody can read it, %s, and moves nothing of the page",
    async (theme) => {
      const two = lacking().slice(0, 2);
      expect(two).toHaveLength(2);
      const page = await journey.openJira();
      await page.goto(`${page.url()}?theme=${theme}`);
      await waitForOneEach(page, 10);
      const before = await layoutShift(page);
      expect(
        await dropIntoSprint(
          page,
          two.map(({ key }) => key),
          toCome().id,
        ),
      ).toBe(400);
      const dialog = await formOver(page);
      await dialog.getByRole("button", { name: "Break the glass" }).click();
      await dialog.getByLabel("Why must it go in now?").waitFor();
      await expectNoAxeFaultIn(dialog);
      await picture(page, `gate-dialog-jira-${theme}`);
      expect(await layoutShift(page)).toEqual(before);
    },
  );

  test("goes in by a broken glass, with one key and a reason, and without a second drag", async () => {
    const ticket = first(lacking());
    const { page, dialog } = await dropped(ticket.key);
    await dialog.getByRole("button", { name: "Break the glass" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.type("Payments are down");
    await dialog.getByRole("button", { name: "Break the glass", exact: true }).click();
    await dialog.getByText(`Now in the sprint: ${ticket.key}`).waitFor();
    expect(ticket.sprintIds).toEqual([toCome().id]);
    expect(commentsOn(ticket)).toContain("Broke the glass: Payments are down");
    await page.keyboard.press("Enter");
    await formIsClosed(page);
  });

  test("goes in once it is in a lane", async () => {
    const ticket = first(lacking());
    const { page, dialog } = await dropped(ticket.key);
    await dialog.getByRole("button", { name: "Put in a lane" }).waitFor();
    await page.keyboard.press("l");
    await page.keyboard.press("3");
    await dialog.getByText(`Now in the sprint: ${ticket.key}`).waitFor();
    expect([ticket.properties.get("plumbline.lane"), ticket.sprintIds]).toEqual(["upkeep", [toCome().id]]);
  });

  test("goes in once its statement is written and signed, all in place", async () => {
    const ticket = first(orphans());
    const { page, dialog } = await dropped(ticket.key);
    await dialog.getByText("Nobody has written down which problem it solves.").waitFor();
    await page.keyboard.press("w");
    await writeStatementIn(dialog);
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("Nobody has signed off its problem statement.").waitFor();
    expect(ticket.sprintIds).toEqual([]);
    await dialog.getByRole("button", { name: "Sign for product" }).waitFor();
    await page.keyboard.press("s");
    await dialog.getByText(`Now in the sprint: ${ticket.key}`).waitFor();
    expect(ticket.sprintIds).toEqual([toCome().id]);
  });

  test("goes in once it belongs to a bet whose statement is signed", async () => {
    const { jira } = journey.sandbox;
    const ticket = first(orphans());
    const { page, dialog } = await dropped(ticket.key);
    const bet = first(
      [...jira.issues.values()].filter(
        (it) =>
          it.type.hierarchyLevel === 1 &&
          notedStanding(it.properties.get("plumbline.standing"), it.id) === "signed",
      ),
    );
    await dialog.getByRole("button", { name: "Inherit from a bet" }).waitFor();
    await page.keyboard.press("i");
    await dialog.getByLabel("Search all known bets").fill(bet.summary);
    await dialog
      .getByRole("button", { name: new RegExp(`^Link to ${bet.key} `) })
      .first()
      .click();
    await dialog.getByText(`Now in the sprint: ${ticket.key}`).waitFor();
    expect([ticket.parentId, ticket.sprintIds]).toEqual([bet.id, [toCome().id]]);
  });

  test("is left out where the person leaves, and nothing of the dialog stays", async () => {
    const ticket = first(lacking());
    const { page } = await dropped(ticket.key);
    await page.keyboard.press("Escape");
    await formIsClosed(page);
    expect(ticket.sprintIds).toEqual([]);
    await expect.poll(() => page.frames().some((it) => it.url().endsWith("/capture.html"))).toBe(false);
  });

  test.each<[string, (page: Page, dialog: Frame) => Promise<void>]>([
    ["leaves", (page) => page.keyboard.press("Escape")],
    [
      "breaks the glass",
      async (page, dialog) => {
        await dialog.getByRole("button", { name: "Break the glass" }).waitFor();
        await page.keyboard.press("g");
        await page.keyboard.type("Payments are down");
        await dialog.getByRole("button", { name: "Break the glass", exact: true }).click();
        await dialog.getByText("Now in the sprint").waitFor();
        await page.keyboard.press("Enter");
      },
    ],
    [
      "mends it",
      async (page, dialog) => {
        await dialog.getByRole("button", { name: "Put in a lane" }).waitFor();
        await page.keyboard.press("l");
        await page.keyboard.press("3");
        await dialog.getByText("Now in the sprint").waitFor();
        await page.keyboard.press("Enter");
      },
    ],
  ])("gives the keyboard back to where it was, once the person %s", async (_, leave) => {
    const ticket = first(lacking());
    const page = await journey.openJira();
    await waitForOneEach(page, 10);
    const board = page.getByRole("link", { name: "Board", exact: true }).first();
    await board.focus();
    expect(await dropIntoSprint(page, [ticket.key], toCome().id)).toBe(400);
    const dialog = await formOver(page);
    const hasFocus = () => board.evaluate((it) => it === document.activeElement);
    expect(await hasFocus()).toBe(false);
    await leave(page, dialog);
    await formIsClosed(page);
    await expect.poll(hasFocus).toBe(true);
  });

  test("takes those that were moved with it along, until the person puts them in", async () => {
    const { jira } = journey.sandbox;
    const ticket = first(lacking());
    const ready = first(outside().filter((it) => isReady(jira, it)));
    const { page, dialog } = await dropped(ready.key, ticket.key);
    await dialog.getByText("They were moved together").waitFor();
    expect([ready.sprintIds, ticket.sprintIds]).toEqual([[], []]);
    await page.keyboard.press("e");
    await dialog.getByText(`Now in the sprint: ${ready.key}`).waitFor();
    expect([ready.sprintIds, ticket.sprintIds]).toEqual([[toCome().id], []]);
  });
});

describe("what Linear's gate keeps out", () => {
  test("goes in by a broken glass, with a comment on the issue", async () => {
    const { linear } = journey.sandbox;
    const expected = expectedInLinear(company);
    const key = first(
      linear.store.all("Issue").flatMap((it) => {
        const key = `${linear.team.key}-${it.number}`;
        return it.cycleId === null && expected.get(key)?.state === "orphan" ? key : [];
      }),
    );
    const page = await journey.openLinear(`/northwind/issue/${key}`);
    await page.getByLabel("Change cycle").click();
    await page.getByRole("menuitem", { name: /Current/ }).click();
    const dialog = await formOver(page);
    await dialog.getByRole("button", { name: "Break the glass" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.type("A customer waits");
    await expectNoAxeFaultIn(dialog);
    await picture(page, "gate-dialog-linear");
    await dialog.getByRole("button", { name: "Break the glass", exact: true }).click();
    await dialog.getByText(`Now in the sprint: ${key}`).waitFor();
    const issue = issueBy(linear, key);
    expect(issue.cycleId).not.toBeNull();
    const said = linear.store.all("Comment").filter((it) => it.issueId === issue.id);
    expect(said.map(({ body }) => body).join("\n")).toContain("Broke the glass: A customer waits");
  });
});
