import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useJourney } from "./harness";
import { layoutShift } from "./layout-shift";
import { expectOneEach, openUnknown, row, rows, unknownSites } from "./unknown-pages";

const journey = useJourney();
const bare = useJourney({ extension: false });
const badge = "plumbline-badge";

/** Resolves after the page has painted. */
const paint = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
const unitBoxes = (page: Page) =>
  page.locator(".unit").evaluateAll((units) => units.map((it) => JSON.stringify(it.getBoundingClientRect())));
journey.whenStarted(async () => {
  const [name, domain] = ["cloud.session.token", "northwind.atlassian.net"];
  await journey.context.addCookies([{ name, value: "ana", domain, path: "/", secure: true }]);
});

describe.each(["jira", "linear"] as const)("on a page of %s that nobody has seen", (tracker) => {
  const site = unknownSites[tracker];
  const open = (html: string, headers?: Record<string, string>) => openUnknown(journey, site, html, headers);

  test("a plain table of 200 tickets has one badge in each row, and its rows stand where they stood", async () => {
    const html = `<table>${rows(site, 100, "tr")}</table><table>${rows(site, 100, "tr", 101)}</table>`;
    const page = await open(html);
    await expectOneEach(page, 200);
    await expect
      .poll(() => page.locator(`${badge}[data-state="aligned"]`).count(), { timeout: 15_000 })
      .toBeGreaterThan(20);
    expect(await layoutShift(page)).toEqual({ score: 0, moved: [] });
    expect(await unitBoxes(page)).toEqual(await unitBoxes(await openUnknown(bare, site, html)));
  });

  test("rows that come with the page itself have their badges in its first frame", async () => {
    const look =
      'requestAnimationFrame(() => (globalThis.first = document.querySelectorAll("plumbline-badge").length))';
    const page = await open(`<ul>${rows(site, 100, "li")}</ul><script>${look}</script>`);
    await expectOneEach(page, 100);
    expect(await page.evaluate("first")).toBe(100);
  });

  test("a list that grows row by row has a badge in each row at once", async () => {
    const page = await open("<ul></ul>");
    for (let number = 1; number <= 12; number++) {
      const isBadged = await page.evaluate(
        async (html) => {
          document.querySelector("ul")?.insertAdjacentHTML("beforeend", html);
          await new Promise(requestAnimationFrame);
          return document.querySelector("ul")?.lastElementChild?.querySelector("plumbline-badge") !== null;
        },
        row(site, number, "li"),
      );
      expect(isBadged).toBe(true);
    }
    await expectOneEach(page, 12);
  });

  test("a list that recycles its rows by changing their links always shows the right tickets", async () => {
    const page = await open(`<div role="list">${rows(site, 20, "div")}</div>`);
    await expectOneEach(page, 20);
    for (const step of [1, 7, 19, 40, 3]) {
      await page.evaluate(
        ([by, template]) => {
          [...document.querySelectorAll(".unit")].forEach((unit, at) => {
            const number = at + 1 + Number(by);
            const [key, title] = unit.querySelectorAll("a");
            for (const link of [title, key])
              link?.setAttribute("href", String(template).replace("ATL-0", `ATL-${number}`));
            if (key?.firstChild) key.firstChild.nodeValue = `ATL-${number}`;
            if (title?.lastChild) title.lastChild.nodeValue = `The work that is number ${number}`;
          });
        },
        [step, site.href(0)] as const,
      );
      await expectOneEach(page, 20);
    }
  });

  test("rows that are written anew as markup get their badges back", async () => {
    const page = await open(`<div id="list">${rows(site, 20, "div")}</div>`);
    for (const from of [5, 5, 30]) {
      await expectOneEach(page, 20);
      await page.evaluate(
        (html) => {
          for (const list of document.querySelectorAll("#list")) list.innerHTML = html;
        },
        rows(site, 20, "div", from),
      );
    }
    await expectOneEach(page, 20);
  });

  test("a badge that the page deletes comes back, again and again", async () => {
    const page = await open(`<ul>${rows(site, 5, "li")}</ul>`);
    for (let time = 0; time < 4; time++) {
      await expectOneEach(page, 5);
      await page.evaluate((tag) => {
        for (const it of [...document.querySelectorAll(tag)]) it.remove();
      }, badge);
    }
    await expectOneEach(page, 5);
  });

  test("5,000 rows put in at once get their badges while the page goes on answering", async () => {
    const page = await open("<ul></ul>");
    const atOnce = await page.evaluate(
      async (html) => {
        for (const list of document.querySelectorAll("ul")) list.innerHTML = html;
        // After the observers, before the next frame.
        await Promise.resolve();
        return document.querySelectorAll("plumbline-badge").length;
      },
      rows(site, 5_000, "li"),
    );
    expect(atOnce).toBeGreaterThan(60);
    expect(atOnce).toBeLessThan(5_000);
    await expectOneEach(page, 5_000, 60_000);
    expect((await layoutShift(page)).score).toBe(0);
  });

  test("links in a shadow root, an editor, a menu and a message stay as they are", async () => {
    const link = `<a href="${site.href(1)}">ATL-1</a>`;
    const texts = ["contenteditable", 'role="textbox"', 'role="menu"', 'role="alert"', 'role="tooltip"'];
    const shadow = `<div><template shadowrootmode="open"><ul><li>${link}</li></ul></template></div>`;
    const page = await open(
      `${texts.map((it) => `<p ${it}>${link}</p>`).join("")}${shadow}<ul>${row(site, 2, "li")}</ul>`,
    );
    await expectOneEach(page, 1);
    await paint(page);
    const inShadow = await page.evaluate(
      () => document.querySelector("div")?.shadowRoot?.querySelectorAll("plumbline-badge").length,
    );
    expect([inShadow, await page.locator(badge).count()]).toEqual([0, 1]);
  });

  test("a page that refuses unknown elements to its own scripts still gets badges", async () => {
    const patch = `for (const name of ["appendChild", "insertBefore"]) {
      const own = Node.prototype[name];
      Node.prototype[name] = function (node, ...rest) {
        if (node.localName?.includes("-")) throw new Error("unknown element " + node.localName);
        return own.call(this, node, ...rest);
      };
    }
    Element.prototype.attachShadow = customElements.define = () => { throw new Error("not here"); };`;
    const page = await open(`<script>${patch}</script><ul>${rows(site, 5, "li")}</ul>`);
    await expectOneEach(page, 5);
  });
});
