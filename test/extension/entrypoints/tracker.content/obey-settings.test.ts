import { beforeEach, expect, it, vi } from "vitest";
import { obeySettings } from "../../../../extension/entrypoints/tracker.content/obey-settings";
import type { Catalog } from "../../../../extension/store/catalog";
import { type SiteSettings, withSite } from "../../../../extension/store/settings";
import type { View } from "../../../../extension/trackers/tracker-page";
import { createFakeBrowser, type FakeBrowser } from "../../fake-browser";

const current = vi.hoisted(() => ({ fake: null as unknown as FakeBrowser }));
vi.mock("wxt/browser", () => ({
  get browser() {
    return current.fake.browser;
  },
}));

const origin = "https://acme.atlassian.net";
const page = (path: string) => new URL(path, origin);
let here: URL;
let navigate: (to: URL) => void;
let content: AbortController;
let periods: { catalog: Catalog | null | undefined; signal: AbortSignal; at: string; moves: string[] }[];

const write = (site: Partial<SiteSettings>) =>
  current.fake.browser.storage.local.set({ settings: withSite({ sites: {}, language: null }, origin, site) });
const open = (asInstalled = false) =>
  obeySettings({
    origin,
    asInstalled,
    here: () => here,
    viewOf: ({ pathname }) => pathname.slice(1) as View,
    workspaceOf: ({ searchParams }) => searchParams.get("workspace"),
    onNavigate: (act) => {
      // As in a browser: whoever listens hears of the new address before the page has it.
      navigate = (to) => {
        act(to);
        here = to;
      };
    },
    start(catalog, onMove, signal) {
      const period = { catalog, signal, at: here.href, moves: [] as string[] };
      periods.push(period);
      onMove(({ pathname }) => period.moves.push(pathname));
    },
    end: () => content.abort(),
    signal: content.signal,
  });
const isOn = () => periods.filter(({ signal }) => !signal.aborted).length;
/** What a change sets off is read from storage first. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  current.fake = createFakeBrowser();
  here = page("/backlog");
  content = new AbortController();
  periods = [];
});

it("shows the overlay where nobody decided otherwise", async () => {
  await open();
  expect(isOn()).toBe(1);
});

it("starts anew in another workspace, once the page is there, and goes on within it", async () => {
  here = page("/backlog?workspace=acme");
  await open();
  navigate(page("/board?workspace=acme"));
  expect(periods.length).toBe(1);
  const elsewhere = page("/board?workspace=beta");
  navigate(elsewhere);
  expect(isOn()).toBe(0);
  await settled();
  expect([isOn(), periods.length, periods[1]?.at]).toEqual([1, 2, elsewhere.href]);
  navigate(page("/backlog?workspace=beta"));
  expect([periods.length, periods[1]?.moves.at(-1)]).toEqual([2, "/backlog"]);
});

it("does not start in another workspace where all has ended on the way there", async () => {
  await open();
  navigate(page("/board?workspace=beta"));
  content.abort();
  await settled();
  expect(periods.length).toBe(1);
});

it("shows nothing on a site that is off, and ends", async () => {
  await write({ off: true });
  await open();
  expect([periods.length, content.signal.aborted]).toEqual([0, true]);
});

it.each<Partial<SiteSettings>>([{ off: true }, { lost: true }])("goes at once at %j", async (change) => {
  await open();
  await write(change);
  await settled();
  expect([isOn(), content.signal.aborted]).toEqual([0, true]);
  expect(current.fake.browser.storage.local.onChanged.size).toBe(0);
});

it("goes in a view that is turned off and comes back, without a reload", async () => {
  await open();
  await write({ viewsOff: ["backlog"] });
  await settled();
  expect([isOn(), content.signal.aborted]).toEqual([0, false]);
  await write({ viewsOff: [] });
  await settled();
  expect([isOn(), periods.length]).toEqual([1, 2]);
});

it("comes and goes with the views that the person walks through", async () => {
  await write({ viewsOff: ["board"] });
  await open();
  navigate(page("/board"));
  expect(isOn()).toBe(0);
  navigate(page("/issue"));
  expect(isOn()).toBe(1);
  expect(periods[1]?.moves).toEqual(["/issue"]);
});

it("stays, and is told, when the view changes to another that is on", async () => {
  await open();
  navigate(page("/board"));
  expect([periods.length, periods[0]?.moves]).toEqual([1, ["/backlog", "/board"]]);
});

it("stays as it is when another site's settings change", async () => {
  await open();
  await current.fake.browser.storage.local.set({
    settings: withSite({ sites: {}, language: null }, "https://umbrella.atlassian.net", { off: true }),
  });
  await settled();
  expect([isOn(), periods.length]).toEqual([1, 1]);
});

it("speaks another language at once", async () => {
  await open();
  await current.fake.browser.storage.local.set({ catalog: { orphan: "verwaist" } });
  await settled();
  expect(isOn()).toBe(1);
  expect(periods.at(-1)?.catalog).toEqual({ orphan: "verwaist" });
});

it("begins at once where nothing was chosen, and once only", async () => {
  const opened = open(true);
  expect(isOn()).toBe(1);
  await opened;
  navigate(page("/board"));
  expect([isOn(), periods.length, periods[0]?.moves]).toEqual([1, 1, ["/backlog", "/backlog", "/board"]]);
});

it.each<[string, () => Promise<void>, number]>([
  ["the site was turned off", () => write({ off: true }), 0],
  ["the view was turned off", () => write({ viewsOff: ["backlog"] }), 0],
  [
    "a language was chosen",
    () => current.fake.browser.storage.local.set({ catalog: { orphan: "verwaist" } }),
    1,
  ],
])("what began at once is put right where %s meanwhile", async (_, choose, on) => {
  await choose();
  await open(true);
  expect(isOn()).toBe(on);
  expect(periods.filter(({ signal }) => !signal.aborted).map(({ catalog }) => catalog)).toEqual(
    on === 1 ? [{ orphan: "verwaist" }] : [],
  );
});
