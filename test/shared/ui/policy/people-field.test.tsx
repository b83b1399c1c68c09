// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { err, ok } from "../../../../shared/domain/result";
import type { GatePort } from "../../../../shared/ui/gate/gate-port";
import { PeopleField } from "../../../../shared/ui/policy/people-field";
import { fakePort } from "../fake-port";
import { render, t } from "../render";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

const everybody = [
  { id: "7", name: "Ana Reyes" },
  { id: "8", name: "Anatol Berg" },
];

async function aField(value: string[], over: Partial<GatePort> = {}) {
  const changes: string[][] = [];
  const asked: string[] = [];
  const port = fakePort({
    readNames: async (ids) =>
      ok(Object.fromEntries(everybody.filter(({ id }) => ids.includes(id)).map((it) => [it.id, it.name]))),
    findPeople: async (scope, words) => {
      asked.push(`${scope}: ${words}`);
      return ok(everybody.filter(({ name }) => name.toLowerCase().startsWith(words.toLowerCase())));
    },
    ...over,
  });
  const page = await render(
    <PeopleField
      port={port}
      t={t}
      scope="ATL"
      label="Who may"
      value={value}
      onChange={(it) => changes.push(it)}
    />,
  );
  const type = async (text: string) => {
    await page.type("Who may", text);
    await page.act(() => vi.advanceTimersByTimeAsync(300));
  };
  return { page, type, changes, asked };
}

it("shows people by name and keeps their account ids; who has no name is shown by their id", async () => {
  const { page, changes } = await aField(["7", "gone"]);
  expect(page.all(".policy-people li").map((it) => it.firstChild?.textContent)).toEqual([
    "Ana Reyes",
    "gone",
  ]);
  await page.click(
    page.all("button").find((it) => it.getAttribute("aria-label") === "Remove Ana Reyes") as HTMLElement,
  );
  expect(changes).toEqual([["gone"]]);
});

it("offers who is found by name and not chosen yet, and asks once a person stops typing", async () => {
  const { page, type, changes, asked } = await aField(["7"]);
  await page.type("Who may", "a");
  await page.type("Who may", "an");
  await type("ana");
  expect(asked).toEqual(["ATL: ana"]);
  expect(page.all(".policy-found button").map((it) => it.textContent)).toEqual(["Anatol Berg"]);
  await page.press("Anatol Berg");
  expect(changes).toEqual([["7", "8"]]);
});

it.each<[string, Partial<GatePort>, string]>([
  ["nobody is found", {}, "Nobody found by the name zoe."],
  ["nobody may be looked for", { findPeople: async () => err({ kind: "forbidden", message: null }) }, ""],
])("where %s it says so, and takes an account id", async (_, over, sentence) => {
  const { page, type, changes } = await aField([], over);
  await type("zoe");
  expect(page.all("[role=status]")[0]?.textContent).not.toBe("");
  expect(page.text()).toContain(sentence);
  await page.press("Add zoe as an account id");
  expect(changes).toEqual([["zoe"]]);
});
