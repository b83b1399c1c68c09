import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pagePlayer } from "../fuzz/draw-page";
import { anyPage, type PageCase } from "../fuzz/fragments";
import { useJourney } from "./harness";
import { openUnknown, unknownSites } from "./unknown-pages";

/** Few here, for a browser draws each of them; `npm run fuzz` plays thousands without one. */
const cases = 400;
const perTurn = 8;
const seed = Number(process.env.PLUMBLINE_FUZZ_SEED ?? 20_261_120);

const journey = useJourney();

/** Draws some cases side by side, plays their acts one after the other, and gives what is wrong after each. */
const play = (page: Page, some: readonly PageCase[]): Promise<string[]> =>
  page.evaluate(async (json) => {
    const turn: PageCase[] = JSON.parse(json);
    // The extension never sees this world, so that what is run here counts as the page's own.
    const { draw, play, faults }: ReturnType<typeof pagePlayer> = Reflect.get(globalThis, "player");
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const main = document.querySelector("main") ?? document.body;
    main.replaceChildren();
    const hosts = turn.map(({ tree }) => {
      const host = document.createElement("section");
      main.append(host);
      draw(tree, host);
      return host;
    });
    await frame();
    const wrong = faults(main);
    for (let act = 0; act < 4; act++) {
      turn.forEach(({ acts }, at) => {
        const [next, host] = [acts[act], hosts[at]];
        if (next !== undefined && host !== undefined) play(next, host);
      });
      await frame();
      wrong.push(...faults(main));
    }
    return wrong;
  }, JSON.stringify(some));

describe.each(["jira", "linear"] as const)("on %s", (tracker) => {
  test(`${cases} pages of any make leave the overlay without an error, and no badge where none may be`, {
    timeout: 300_000,
  }, async () => {
    const page = await openUnknown(journey, unknownSites[tracker], "<main></main>");
    await page.evaluate(`globalThis.player = (${pagePlayer})(document)`);
    const session = await journey.context.newCDPSession(page);
    const thrown: string[] = [];
    session.on("Runtime.exceptionThrown", ({ exceptionDetails: it }) =>
      thrown.push(it.exception?.description ?? it.text),
    );
    await session.send("Runtime.enable");
    const all = fc.sample(anyPage(tracker), { numRuns: cases, seed });
    for (let at = 0; at < cases; at += perTurn) {
      const wrong = await play(page, all.slice(at, at + perTurn));
      expect([...wrong, ...thrown], `cases ${at} to ${at + perTurn} with seed ${seed}`).toEqual([]);
    }
    await page.evaluate(() => document.querySelector("main")?.replaceChildren());
    await expect.poll(() => page.locator("plumbline-badge").count()).toBe(0);
  });
});

test("a form whose fields hide what elements can do costs only the links in it", async () => {
  // The page's own script may hide anything so: `form.matches` is then the field.
  const fields = ["matches", "parentElement", "children", "querySelectorAll", "getBoundingClientRect"];
  const inputs = fields.map((name) => `<input name="${name}">`).join("");
  const link = (number: number) => `<a href="${unknownSites.jira.href(number)}">ATL-${number}</a>`;
  journey.expectPageError(/is not a function/);
  const page = await openUnknown(
    journey,
    unknownSites.jira,
    `<ul><li class="unit">${link(1)}</li></ul><form>${inputs}<p>${link(2)}</p></form><ul><li class="unit">${link(3)}</li></ul>`,
  );
  await expect
    .poll(() => page.locator(".unit plumbline-badge").evaluateAll((all) => all.map((it) => it.dataset.key)))
    .toEqual(["ATL-1", "ATL-3"]);
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML("beforeend", html),
    `<form>${inputs}<p>${link(4)}</p></form><ul><li class="unit">${link(5)}</li></ul>`,
  );
  await expect
    .poll(() => page.locator(".unit plumbline-badge").evaluateAll((all) => all.map((it) => it.dataset.key)))
    .toEqual(["ATL-1", "ATL-3", "ATL-5"]);
});
