// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { defaultPolicy } from "../../../../shared/domain/policy";
import { value } from "../../../../shared/domain/result";
import { formOfStatement } from "../../../../shared/domain/statement-form";
import { LinkToBet } from "../../../../shared/ui/orphans/link-to-bet";
import type { TicketView } from "../../../../shared/ui/port";
import { aSheet, aStatement, aWorkItem } from "../../../domain/builders";
import { type FakePort, fakePort } from "../fake-port";
import { render, t } from "../render";

const bet = aWorkItem({
  id: "7",
  key: "ATL-7",
  title: "Guest checkout",
  isBet: true,
  sheet: value(aSheet()),
});
const orphan: TicketView = {
  ticket: aWorkItem({ id: "9" }),
  ancestors: [],
  alignment: { kind: "orphan", reasons: ["no-parent"], from: null },
  policy: defaultPolicy,
  readAt: "2026-11-24T09:00:00.000Z",
};
const toLink = "Link to ATL-7 Guest checkout";

async function open(over: Partial<FakePort> = {}, view: Partial<TicketView> = {}) {
  const port = fakePort({
    knownBets: async () => [bet],
    suggestBets: async () => [{ betId: "7", score: 1, why: [{ kind: "words", words: ["checkout"] }] }],
    ...over,
  });
  const below: (string | null)[] = [];
  const node = (
    <LinkToBet
      {...{ port, t, view: { ...orphan, ...view } }}
      onChanged={async (parent) => void below.push(parent)}
    />
  );
  const page = await render(node);
  const link = () =>
    page.click(
      page.all<HTMLElement>("button").find((it) => it.getAttribute("aria-label") === toLink) ?? page.root,
    );
  /** The tracker has the last write, or not. */
  const settle = (isDone: boolean) => page.act(() => port.settle(port.writes.at(-1)?.id ?? "", isDone));
  return { port, page, below, link, settle };
}

it("links with one press, over what stood there, takes the draft along, and takes both back", async () => {
  const { port, page, below, link, settle } = await open();
  const draft = { form: formOfStatement(aStatement()), base: { version: "v0", value: null }, after: null };
  port.drafts.set("9 statement", draft);
  await link();
  expect(port.writes).toMatchObject([
    { object: "9", kind: "parent", value: "7", base: { version: "v0", value: null }, after: null },
  ]);
  expect(below).toEqual([]);
  await settle(true);
  expect(below).toEqual(["7"]);
  expect([...port.drafts.keys()]).toEqual(["7 statement"]);
  expect(page.text()).toContain(t("triage_linked", "ATL-9", "ATL-7 Guest checkout"));

  await page.press(t("triage_undo"));
  const [first, second] = port.writes;
  expect(second).toMatchObject({ kind: "parent", value: null, after: first?.id, base: { value: "7" } });
  await settle(true);
  expect(below).toEqual(["7", null]);
  expect([...port.drafts.keys()]).toEqual(["9 statement"]);
});

it("links once, however often it is pressed meanwhile", async () => {
  const { port, link } = await open();
  await link();
  await link();
  expect(port.writes).toHaveLength(1);
});

it("says that the tracker did not take it, and changes nothing", async () => {
  const { page, below, link, settle } = await open();
  await link();
  await settle(false);
  expect(page.text()).toContain(t("link_refused"));
  expect(below).toEqual([]);
});

it("says why what stands could not be read, and writes nothing", async () => {
  const { port, page, link } = await open();
  port.failure = { kind: "offline", message: null };
  await link();
  expect(port.writes).toEqual([]);
  expect(page.text()).toContain(t("link_failed", t("failure_offline")));
});

it("offers a bet as soon as it becomes known", async () => {
  const known: (typeof bet)[] = [];
  const { port, page } = await open({ knownBets: async () => [...known] });
  expect(page.all(`[aria-label="${toLink}"]`)).toHaveLength(0);
  known.push(bet);
  await page.act(() => port.learn());
  await vi.waitFor(async () => {
    await page.act(() => {});
    expect(page.all(`[aria-label="${toLink}"]`)).toHaveLength(1);
  });
});

it.each<[string, TicketView["alignment"]]>([
  ["belongs to a bet without a sheet", { kind: "orphan", reasons: ["parent-without-sheet"], from: null }],
  ["is in a lane", { kind: "lane", lane: "bug", from: orphan.ticket, by: "declaration" }],
])("is nothing where a ticket %s", async (_, alignment) => {
  const { page } = await open({}, { alignment });
  expect(page.text()).toBe("");
});
