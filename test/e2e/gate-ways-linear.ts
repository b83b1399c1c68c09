import type { Page } from "playwright-core";
import { expect } from "vitest";
import { stateId } from "../sandbox/linear/fill-team";
import { issueBy, updateIssue } from "../sandbox/linear/issues";
import type { Issue } from "../sandbox/linear/model";
import { closeDialogOver, type WayIn, type Ways } from "./gate-ways";
import type { Journey } from "./harness";

/** Linear's: by its pages, by its team's automation, and by other clients. */
export function linearWays(journey: Journey, isReadyHere: (key: string) => boolean): Ways {
  const site = () => journey.sandbox.linear;
  const active = () => {
    const now = new Date().toISOString();
    const found = site()
      .store.all("Cycle")
      .find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
    if (!found) throw new Error("No cycle is running");
    return found;
  };
  const keyOf = (issue: Issue) => `${site().team.key}-${issue.number}`;
  const used = new Set<string>();
  function aTicket(): string {
    const found = site()
      .store.all("Issue")
      .filter(({ stateId: state }) => state === stateId("unstarted") || state === stateId("backlog"))
      .find((it) => it.cycleId === null && !used.has(keyOf(it)) && !isReadyHere(keyOf(it)));
    if (!found) throw new Error("The seed has too few issues that are not ready");
    used.add(keyOf(found));
    return keyOf(found);
  }
  const actor = (person: string) => ({ userId: site().userOf(person)?.id ?? "" });
  const address = (key: string) => `https://linear.app/northwind/issue/${key}`;
  let page: Page;
  /** Of the last issue that was made. */
  let title = "";
  /** Stands for the deltas that real Linear gets over its websocket. */
  const hear = () => page.evaluate(() => void window.dispatchEvent(new Event("sandbox:refresh")));

  async function pickCycle(): Promise<void> {
    await page.getByRole("menuitem", { name: /Current/ }).click();
  }
  const rowOf = (key: string) => page.locator(`a[data-list-row="true"][href*="/issue/${key}/"]`);
  async function selectInList(key: string): Promise<void> {
    const list = page.locator("[data-list-wrapper]");
    for (let top = 0; (await rowOf(key).count()) === 0 && top < 40_000; top += 400) {
      await list.evaluate((it, to) => it.scrollTo(0, to), top);
      await page.waitForTimeout(30);
    }
    await rowOf(key).getByLabel("Select issue").click();
  }

  const all: WayIn[] = [
    ...(["ana", "raj"] as const).map((person) => ({
      name: person === "ana" ? "the same person by the API" : "somebody else by the API",
      async go() {
        const key = aTicket();
        updateIssue(site(), actor(person), key, { cycleId: active().id });
        await page.evaluate(() => void window.dispatchEvent(new Event("focus")));
        return key;
      },
    })),
    {
      name: "picker of the issue page",
      async go() {
        const key = aTicket();
        await page.goto(address(key));
        await page.getByLabel("Change cycle").click();
        await pickCycle();
        return key;
      },
    },
    {
      name: "Shift+C on the issue page",
      async go() {
        const key = aTicket();
        await page.goto(address(key));
        await page.getByLabel("Change cycle").waitFor();
        await page.keyboard.press("Shift+C");
        await pickCycle();
        return key;
      },
    },
    {
      name: "Shift+C over several selected issues of a list",
      async go() {
        const [key, other] = [aTicket(), aTicket()];
        await page.goto("https://linear.app/northwind/team/ATL/all");
        await page.locator("[data-list-wrapper]").waitFor();
        for (const it of [key, other]) await selectInList(it);
        await page.keyboard.press("Shift+C");
        await pickCycle();
        return key;
      },
    },
    {
      name: "state that the team's automation turns into a cycle",
      async go() {
        const key = aTicket();
        await page.goto(address(key));
        await page.getByLabel("Change status").click();
        await page.getByRole("menuitem", { name: "In Progress" }).click();
        return key;
      },
    },
    {
      name: "the page's own script, by a request that waits for nothing",
      async go() {
        const key = aTicket();
        await page.goto(address(key));
        await page.getByLabel("Change cycle").waitFor();
        await page.evaluate(
          ([id, cycle]) => {
            const query = `mutation { issueUpdate(id: "${id}", input: { cycleId: "${cycle}" }) { lastSyncId } }`;
            const xhr = new XMLHttpRequest();
            xhr.open("POST", "https://client-api.linear.app/graphql", false);
            xhr.withCredentials = true;
            xhr.setRequestHeader("Content-Type", "application/json");
            xhr.send(JSON.stringify({ query }));
          },
          [issueBy(site(), key).id, active().id] as const,
        );
        return key;
      },
    },
    {
      name: "sub-issue of an issue in a cycle",
      isMade: true,
      async go() {
        const parent = aTicket();
        updateIssue(site(), actor("raj"), parent, { cycleId: active().id });
        title = `Made below ${used.size} ${Date.now()}`;
        const before = site().store.all("Issue").length;
        await page.goto(address(parent));
        await page.getByRole("button", { name: "Add sub-issues" }).click();
        await page.getByLabel("Sub-issue title").fill(title);
        await page.getByLabel("Sub-issue title").press("Enter");
        // Where it is kept out it is not even made, and has no key.
        await page.waitForTimeout(1_500);
        const made = site()
          .store.all("Issue")
          .slice(before)
          .find((it) => it.title === title);
        return made ? keyOf(made) : "new";
      },
    },
  ];

  return {
    tracker: "linear",
    all,
    isIn: (key) => key !== "new" && issueBy(site(), key).cycleId !== null,
    async expectOutside(key) {
      if (key === "new") {
        expect(await page.getByText(title).count()).toBe(0);
        return;
      }
      await page.goto(address(key));
      await hear();
      await expect.poll(() => page.getByLabel("Change cycle").textContent()).toBe("Add to cycle");
    },
    async open() {
      page = await journey.openLinear();
      await page.locator("[data-list-wrapper]").waitFor();
    },
    closeDialog: () => closeDialogOver(page),
    leave() {
      for (const key of used)
        updateIssue(site(), actor("ana"), key, { cycleId: null, stateId: stateId("unstarted") });
    },
  };
}
