import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { JiraIssue } from "../sandbox/jira/records";
import { moveToBacklog, moveToSprint, openSprintOf } from "../sandbox/jira/sprints";
import { isReady } from "./gate-company";
import { closeDialogOver, type WayIn, type Ways } from "./gate-ways";
import type { Journey } from "./harness";
import { waitForOneEach } from "./jira-units";

/** Jira's: by its pages, with requests that are known and ones that are not, and by other clients. */
export function jiraWays(journey: Journey): Ways {
  const site = () => journey.sandbox.jira;
  const sprint = (state: string) => {
    const found = site().sprints.find((it) => it.state === state);
    if (!found) throw new Error(`The seed has no sprint that is ${state}`);
    return found;
  };
  const used = new Set<string>();
  function aTicket(): JiraIssue {
    const found = site()
      .ranked()
      .find(
        (it) =>
          it.type.hierarchyLevel === 0 &&
          it.status.category.key !== "done" &&
          it.sprintIds.length === 0 &&
          !isReady(site(), it) &&
          !used.has(it.key),
      );
    if (!found) throw new Error("The seed has too few tickets that are not ready");
    used.add(found.key);
    return found;
  }
  const user = (person: string) => {
    const found = site().users.find((it) => it.personId === person);
    if (!found) throw new Error(`Nobody is called ${person}`);
    return found;
  };
  let backlog: Page;
  let other: Page;
  /** The page through which the last way went. */
  let here: Page;

  async function rowOf(key: string) {
    here = backlog;
    const row = backlog.locator(`[data-testid="software-backlog.card-list.card.content-container.${key}"]`);
    const scroller = backlog.locator(".backlog-scroller");
    for (let top = 0; (await row.count()) === 0 && top < 20_000; top += 300)
      await scroller.evaluate((it, to) => it.scrollTo(0, to), top);
    return row;
  }
  async function moveByMenu(key: string): Promise<void> {
    const row = await rowOf(key);
    await row.getByLabel("More actions").click();
    await row.getByRole("menuitem", { name: sprint("future").name, exact: true }).click();
  }
  function send(page: Page, method: string, path: string, body: unknown, isSync = false) {
    here = page;
    return page.evaluate(
      async ([method, path, body, isSync]) => {
        const headers = { "Content-Type": "application/json" };
        if (!isSync) return void (await fetch(path, { method, body, headers }));
        const xhr = new XMLHttpRequest();
        xhr.open(method, path, false);
        xhr.setRequestHeader("Content-Type", "application/json");
        xhr.send(body);
      },
      [method, path, JSON.stringify(body), isSync] as const,
    );
  }
  const comeBack = () => backlog.evaluate(() => void window.dispatchEvent(new Event("focus")));
  const rank = (key: string) => {
    const place = { rapidViewId: 1, customFieldId: 10019, calculateNewIssuesOrder: false };
    return { idOrKeys: [key], sprintId: sprint("future").id, addToBacklog: false, ...place };
  };
  async function editSprint(page: Page, scope: string): Promise<void> {
    here = page;
    const field = page.locator(scope);
    await field.getByLabel("Edit Sprint").click();
    await field.getByLabel("Sprint", { exact: true }).selectOption(String(sprint("future").id));
  }

  const all: WayIn[] = [
    ...(["ana", "raj"] as const).map((person) => ({
      name: person === "ana" ? "the same person by the API" : "somebody else by the API",
      async go() {
        const { key } = aTicket();
        moveToSprint(site(), user(person), [key], sprint("future").id);
        await comeBack();
        return key;
      },
    })),
    {
      name: "menu of a row in the backlog",
      async go() {
        const { key } = aTicket();
        await moveByMenu(key);
        return key;
      },
    },
    {
      name: "several selected rows in the backlog",
      async go() {
        const keys = [aTicket().key, aTicket().key];
        for (const key of keys) await (await rowOf(key)).getByLabel(`Select ${key}`).check();
        const [, key = ""] = keys;
        await moveByMenu(key);
        return key;
      },
    },
    {
      name: "drag onto a sprint in the backlog",
      async go() {
        const ticket = aTicket();
        // The first of what is in no sprint, so that both ends of the way are on one screen.
        const inNone = site()
          .ranked()
          .find((it) => it.type.hierarchyLevel === 0 && it.sprintIds.length === 0);
        ticket.rank = (inNone?.rank ?? 0) - 0.5;
        const last = site().sprints.findLast(({ state }) => state === "future");
        const target = backlog.locator(
          `[data-testid="software-backlog.card-list.container.${last?.id}"] .section-header h2`,
        );
        await comeBack();
        await target.evaluate((it) => it.scrollIntoView({ block: "center" }));
        const row = backlog.locator(
          `[data-testid="software-backlog.card-list.card.content-container.${ticket.key}"] .row-summary`,
        );
        await row.waitFor();
        await waitForOneEach(backlog, 3);
        const [from, to] = [await row.boundingBox(), await target.boundingBox()];
        if (!to || !from) throw new Error("Nothing to drag, or nowhere to drop it");
        await backlog.mouse.move(from.x + 20, from.y + 8);
        await backlog.mouse.down();
        await backlog.mouse.move(from.x + 24, from.y + 14, { steps: 3 });
        await backlog.mouse.move(to.x + 20, to.y + 8, { steps: 8 });
        await backlog.waitForTimeout(300);
        await backlog.mouse.move(to.x + 20, to.y + 9);
        await backlog.mouse.up();
        here = backlog;
        return ticket.key;
      },
    },
    {
      name: "new work item in a sprint",
      async go() {
        const section = backlog.locator(
          `[data-testid="software-backlog.card-list.container.${sprint("future").id}"]`,
        );
        await backlog.locator(".backlog-scroller").evaluate((it) => it.scrollTo(0, 0));
        here = backlog;
        const summary = `Made in place ${used.size} ${Date.now()}`;
        await section.getByRole("button", { name: "Create" }).click();
        await section.getByLabel("Work item summary").fill(summary);
        await section.getByLabel("Work item summary").press("Enter");
        const made = () => [...site().issues.values()].find((it) => it.summary === summary);
        await expect.poll(made).toBeDefined();
        return made()?.key ?? "";
      },
    },
    {
      name: "Sprint field of the issue view",
      async go() {
        const { key } = aTicket();
        await other.goto(`${site().baseUrl}/browse/${key}`);
        await editSprint(other, ".issue-rail");
        return key;
      },
    },
    {
      name: "Sprint cell of the navigator, by a request that nobody knows",
      async go() {
        const { key } = aTicket();
        await other.goto(`${site().baseUrl}/issues/?jql=${encodeURIComponent(`key = ${key}`)}`);
        await editSprint(other, 'tr[data-testid="native-issue-table.ui.issue-row"]');
        return key;
      },
    },
    {
      name: "the page's own script, by the public API",
      async go() {
        const { key } = aTicket();
        await send(backlog, "POST", `/rest/agile/1.0/sprint/${sprint("future").id}/issue`, { issues: [key] });
        return key;
      },
    },
    {
      name: "the page's own script, by an edit of the issue",
      async go() {
        const { key } = aTicket();
        const fields = { customfield_10020: sprint("future").id };
        await send(backlog, "PUT", `/rest/api/3/issue/${key}`, { fields });
        return key;
      },
    },
    {
      name: "the page's own script, by a request that waits for nothing",
      async go() {
        const { key } = aTicket();
        await send(backlog, "PUT", "/rest/greenhopper/1.0/sprint/rank", rank(key), true);
        return key;
      },
    },
  ];

  return {
    tracker: "jira",
    all,
    isIn(key) {
      const issue = site().findIssue(key);
      return issue !== undefined && openSprintOf(site(), issue) !== null;
    },
    async expectOutside(key) {
      await comeBack();
      const row = await rowOf(key);
      await row.getByLabel("More actions").click();
      const names = await row.getByRole("menuitem").allTextContents();
      await backlog.keyboard.press("Escape");
      expect(names, `where the page says ${key} can go`).toContain(sprint("future").name);
      expect(names).not.toContain("Backlog");
    },
    async open() {
      backlog = await journey.openJira();
      other = await journey.openJira("/browse/ATL-1");
      await backlog.bringToFront();
      await waitForOneEach(backlog, 10);
    },
    closeDialog: () => closeDialogOver(here),
    leave: () => void moveToBacklog(site(), user("ana"), [...used]),
  };
}
