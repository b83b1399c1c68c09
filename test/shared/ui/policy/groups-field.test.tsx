// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ok } from "../../../../shared/domain/result";
import type { Group } from "../../../../shared/ui/gate/gate-port";
import { type Groups, GroupsField } from "../../../../shared/ui/policy/groups-field";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

const all: Group[] = [
  { kind: "group", name: "jira administrators" },
  { kind: "role", name: "Administrators" },
];

async function aField(value: Groups) {
  const changes: Groups[] = [];
  const port = fakePort({
    findGroups: async (_scope, words) => ok(all.filter(({ name }) => name.toLowerCase().includes(words))),
  });
  const page = await render(
    <GroupsField
      port={port}
      t={t}
      scope="ATL"
      label="Groups"
      value={value}
      onChange={(it) => changes.push(it)}
    />,
  );
  const type = async (text: string) => {
    await page.type("Groups", text);
    await page.act(() => vi.advanceTimersByTimeAsync(300));
  };
  const chosen = () => page.all(".policy-people li").map((it) => it.firstChild?.textContent);
  return { page, type, changes, chosen };
}

it("tells groups and roles apart, whatever they are called, and keeps each by its own kind", async () => {
  const { page, type, changes, chosen } = await aField({ groups: ["jira administrators"] });
  expect(chosen()).toEqual(["jira administrators"]);
  await type("admin");
  expect(page.all(".policy-found button").map((it) => it.textContent)).toEqual(["Administrators (role)"]);
  await page.press("Administrators (role)");
  expect(changes).toEqual([{ groups: ["jira administrators"], roles: ["Administrators"] }]);
});

it("calls a permission of the app by what it is", async () => {
  const { chosen } = await aField({
    roles: ["ari:cloud:ecosystem::extension/0-1/2-3/static/sign-statements"],
  });
  expect(chosen()).toEqual(["whoever may sign off problem statements in Jira"]);
});

it("takes each away again", async () => {
  const { page, changes, chosen } = await aField({ groups: ["Administrators"], roles: ["Administrators"] });
  expect(chosen()).toEqual(["Administrators", "Administrators (role)"]);
  await page.click(
    page
      .all("button")
      .find((it) => it.getAttribute("aria-label") === "Remove Administrators (role)") as HTMLElement,
  );
  expect(changes).toEqual([{ groups: ["Administrators"], roles: [] }]);
});

it("takes as a group what nobody finds", async () => {
  const { page, type, changes } = await aField({});
  await type("zoe");
  await page.press("Add zoe as a group");
  expect(changes).toEqual([{ groups: ["zoe"], roles: [] }]);
});
