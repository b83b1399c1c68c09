import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useJourney } from "./harness";
import { expectOneEach, openUnknown, rows, unknownSites } from "./unknown-pages";

const journey = useJourney();
const badge = "plumbline-badge";

/** How the first badge looks once its facts are there. */
const look = (page: Page) =>
  page
    .locator(`${badge}:not([data-state=pending])`)
    .first()
    .evaluate((host) => {
      const pill = host.shadowRoot?.querySelector(".pill");
      const style = pill ? getComputedStyle(pill) : null;
      const { width, height } = host.getBoundingClientRect();
      const { marginLeft, marginTop, display } = getComputedStyle(host);
      const text = [style?.fontSize, style?.color, style?.boxSizing, style?.height, style?.backgroundColor];
      return { width, height, marginLeft, marginTop, display, text };
    });

describe.each(["jira", "linear"] as const)(
  "under the rules of a page of %s that nobody has seen",
  (tracker) => {
    const site = unknownSites[tracker];
    const open = (html: string, headers?: Record<string, string>) =>
      openUnknown(journey, site, html, headers);

    test("a strict content policy hinders nothing and is not broken", async () => {
      const refused: string[] = [];
      journey.context.on(
        "console",
        (it) => /content security policy/i.test(it.text()) && refused.push(it.text()),
      );
      const page = await open(`<ul>${rows(site, 5, "li")}</ul>`, {
        "content-security-policy": "default-src 'self'; style-src 'self'; connect-src 'self'",
      });
      await expectOneEach(page, 5);
      await page.locator(badge).first().click();
      await page.locator("plumbline-hovercard").waitFor();
      const plain = await look(await open(`<ul>${rows(site, 5, "li")}</ul>`));
      expect(await look(page)).toEqual(plain);
      expect(refused).toEqual([]);
    });

    test("the page's own style rules and style sheets do not restyle a badge", async () => {
      const html = `<ul>${rows(site, 5, "li")}</ul>`;
      const plain = await open(html);
      await expectOneEach(plain, 5);
      const rules = `span{font-size:40px!important;color:red!important} *{box-sizing:content-box;margin:10px!important;font-size:30px}`;
      const page = await open(`<style>${rules}</style>${html}`);
      await expectOneEach(page, 5);
      expect(await look(page)).toEqual(await look(plain));
      await plain.evaluate(() => (document.adoptedStyleSheets = []));
      const { text: _, ...box } = await look(plain);
      expect(await look(page)).toMatchObject(box);
    });
  },
);
