import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepSites } from "../../../../extension/entrypoints/background/keep-sites";
import { registerContentScripts } from "../../../../extension/entrypoints/background/register-content-scripts";
import { readSettings } from "../../../../extension/store/settings";
import { removeSite, switchView, turnSiteOff, turnSitesOn } from "../../../../extension/ui/switch-sites";
import { createFakeBrowser, type FakeBrowser } from "../../fake-browser";

const current = vi.hoisted(() => ({ fake: null as unknown as FakeBrowser }));
vi.mock("wxt/browser", () => ({
  get browser() {
    return current.fake.browser;
  },
}));

const acme = "https://acme.atlassian.net";
const umbrella = "https://umbrella.atlassian.net";
const linear = "https://linear.app";
let end: AbortController;
const site = async (origin: string) => (await readSettings()).sites[origin];
/** What a change of the settings sets off goes on after it was written. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const registered = () => current.fake.scripts.get("tracker");

beforeEach(() => {
  current.fake = createFakeBrowser();
  vi.stubGlobal("navigator", { locks: current.fake.locks });
  end = new AbortController();
  keepSites(end.signal);
});
afterEach(() => end.abort());

it("asks for exactly one tenant, and runs there and nowhere else", async () => {
  current.fake.openTabs.push(
    { id: 1, url: `${acme}/browse/A-1`, windowId: 1 },
    { id: 2, url: `${umbrella}/browse/B-1`, windowId: 1 },
  );
  expect(await turnSitesOn([acme])).toBe(true);
  expect(current.fake.browser.permissions.request).toHaveBeenCalledWith({ origins: [`${acme}/*`] });
  expect(registered()?.matches).toEqual([`${acme}/*`]);
  expect(current.fake.injected).toEqual([1]);
  expect(await site(acme)).toEqual({ off: false, viewsOff: [], lost: false });
});

it("asks for Linear's pages and its API together, and runs on the pages alone", async () => {
  await turnSitesOn([linear]);
  const origins = [`${linear}/*`, "https://api.linear.app/*"];
  expect(current.fake.browser.permissions.request).toHaveBeenCalledWith({ origins });
  expect(registered()?.matches).toEqual([`${linear}/*`]);
  expect(Object.keys((await readSettings()).sites)).toEqual([linear]);
});

it("changes nothing where the person says no", async () => {
  current.fake.answer.toPrompt = false;
  expect(await turnSitesOn([acme])).toBe(false);
  expect(await site(acme)).toBeUndefined();
  expect(registered()).toBeUndefined();
});

it("takes a site that is off out of what is registered, and brings it back into open pages", async () => {
  current.fake.openTabs.push({ id: 7, url: `${acme}/`, windowId: 1 });
  await turnSitesOn([acme, umbrella]);
  await turnSiteOff(acme);
  await settled();
  expect(registered()?.matches).toEqual([`${umbrella}/*`]);
  current.fake.injected.length = 0;
  expect(await turnSitesOn([acme])).toBe(true);
  await settled();
  expect(registered()?.matches).toEqual([`${acme}/*`, `${umbrella}/*`]);
  expect(current.fake.injected).toEqual([7]);
});

it("registers nothing anew where a change leaves the sites as they are, so that no page loads without the script", async () => {
  await turnSitesOn([umbrella, acme]);
  await switchView(acme, "list", false);
  await settled();
  const update = vi.spyOn(current.fake.browser.scripting, "updateContentScripts");
  await switchView(acme, "board", false);
  await registerContentScripts();
  await settled();
  expect(update).not.toHaveBeenCalled();
});

it("begins before a page is painted as long as nobody chose anything that it would have to wait for", async () => {
  const isAtOnce = async () => {
    await settled();
    return registered()?.js.includes("/as-installed.js");
  };
  await turnSitesOn([acme]);
  expect(await isAtOnce()).toBe(true);
  await switchView(acme, "board", false);
  expect(await isAtOnce()).toBe(false);
  await switchView(acme, "board", true);
  expect(await isAtOnce()).toBe(true);
  await current.fake.browser.storage.local.set({ catalog: { orphan: "verwaist" } });
  expect(await isAtOnce()).toBe(false);
});

it("runs also in the pages of the other sites after a change, since one may have loaded in between", async () => {
  await turnSitesOn([acme]);
  current.fake.openTabs.push({ id: 3, url: `${acme}/jira`, windowId: 1 });
  await turnSitesOn([umbrella]);
  await settled();
  expect(current.fake.injected).toContain(3);
});

it("leaves a site that is off out of a permission for all sites", async () => {
  current.fake.granted.add("https://*.atlassian.net/*");
  await turnSiteOff(acme);
  await settled();
  expect(registered()).toMatchObject({
    matches: ["https://*.atlassian.net/*"],
    excludeMatches: [`${acme}/*`],
  });
});

it("notices a permission that the browser took back, and forgets nothing of the site", async () => {
  await turnSitesOn([acme]);
  await switchView(acme, "board", false);
  await current.fake.browser.permissions.remove({ origins: [`${acme}/*`] });
  expect(await site(acme)).toEqual({ off: false, viewsOff: ["board"], lost: true });
  expect(registered()).toBeUndefined();
  await turnSitesOn([acme]);
  expect(await site(acme)).toEqual({ off: false, viewsOff: ["board"], lost: false });
});

it.each(["onStartup", "onInstalled"] as const)("notices at %s what was lost meanwhile", async (event) => {
  await turnSitesOn([acme]);
  current.fake.granted.clear();
  await current.fake.browser.runtime[event].fire({ reason: "update" });
  expect(await site(acme)).toMatchObject({ lost: true });
});

it("a site that the person removed is gone, and not lost", async () => {
  await turnSitesOn([linear]);
  await removeSite(linear);
  expect([...current.fake.granted]).toEqual([]);
  expect(await site(linear)).toBeUndefined();
});

it("runs on no page that is no tracker's, whatever is granted", async () => {
  current.fake.granted.add("https://example.com/*");
  await current.fake.browser.runtime.onStartup.fire();
  expect(registered()).toBeUndefined();
});

it("registers once, though two events ask for it at the same time", async () => {
  current.fake.granted.add(`${acme}/*`);
  await Promise.all([registerContentScripts(), registerContentScripts()]);
  expect(registered()?.matches).toEqual([`${acme}/*`]);
});
