import { expect, test } from "vitest";
import { seedCompany } from "../sandbox/company/seed";
import { useJourney } from "./harness";
import { today } from "./jira-expected-badges";
import { waitForOneEach } from "./jira-units";

const journey = useJourney({ company: seedCompany({ today: today() }), linearKey: null });

test.each([
  ["as soon as it appears", "at once"],
  ["a frame later", "next frame"],
])("a page that removes every badge %s stays usable, and has its badges once it stops", async (_, when) => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  await page.evaluate((when) => {
    const removed = { count: 0 };
    Reflect.set(globalThis, "removed", removed);
    const sweep = () => {
      for (const badge of [...document.querySelectorAll("plumbline-badge")]) {
        badge.remove();
        removed.count += 1;
      }
    };
    const observer = new MutationObserver(() => {
      if (when === "at once") sweep();
      else requestAnimationFrame(sweep);
    });
    observer.observe(document, { childList: true, subtree: true });
    Reflect.set(globalThis, "stopSweeping", () => observer.disconnect());
    sweep();
  }, when);

  // The page keeps painting and answering while the two are at odds; a race would never let this resolve.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 90; frame++) await new Promise(requestAnimationFrame);
  });
  await page.locator(".backlog-scroller").evaluate((element) => element.scrollTo(0, 300));
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
  });
  const removed = await page.evaluate(() => Reflect.get(globalThis, "removed").count);
  expect(removed).toBeGreaterThan(20);
  // Some 30 rows, each a handful of attempts: not thousands.
  expect(removed).toBeLessThan(600);

  await page.evaluate(() => Reflect.get(globalThis, "stopSweeping")());
  await waitForOneEach(page, 10);
});

test("a page that says that a later run has begun does not end this one", async () => {
  const page = await journey.openJira();
  await waitForOneEach(page, 10);
  const badge = await page.locator("plumbline-badge").first().elementHandle();
  await page.evaluate(() => {
    for (const name of ["plumbline:started", "wxt:content-script-started"]) {
      document.dispatchEvent(new CustomEvent(name));
    }
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await badge?.evaluate((it) => it.isConnected)).toBe(true);
  await page.locator(".backlog-scroller").evaluate((element) => element.scrollTo(0, 3_000));
  await waitForOneEach(page, 10);
});
