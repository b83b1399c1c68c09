import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Journey } from "./harness";

/** Pages under the trackers' addresses that no rule of the extension has ever heard of. */
export interface UnknownSite {
  address: string;
  href(number: number): string;
}

export const unknownSites: Record<"jira" | "linear", UnknownSite> = {
  jira: {
    address: "https://northwind.atlassian.net/never/seen",
    href: (number) => `https://northwind.atlassian.net/browse/ATL-${number}`,
  },
  linear: {
    address: "https://linear.app/northwind/never/seen",
    href: (number) => `https://linear.app/northwind/issue/ATL-${number}/a-slug`,
  },
};

/** Serves `html` to the next visit of the site's page and opens it there. */
export async function openUnknown(
  { context, openJira, openLinear }: Journey,
  { address }: UnknownSite,
  html: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  await context.unroute(address);
  await context.route(address, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", headers, body: `<!doctype html>${html}` }),
  );
  return address.includes("linear") ? openLinear(address) : openJira(address);
}

export const row = (site: UnknownSite, number: number, tag: "tr" | "li" | "div"): string => {
  const key = `<a href="${site.href(number)}">ATL-${number}</a>`;
  const title = `<a href="${site.href(number)}">The work that is number ${number}</a>`;
  const cells = tag === "tr" ? `<td>${key}</td><td>${title}</td>` : `${key} ${title}`;
  return `<${tag} class="unit">${cells}</${tag}>`;
};

export const rows = (site: UnknownSite, count: number, tag: "tr" | "li" | "div", from = 1): string =>
  Array.from({ length: count }, (_, at) => row(site, from + at, tag)).join("");

/** Waits until each `.unit` holds exactly one badge, of the ticket that it leads to, and none stands elsewhere. */
export async function expectOneEach(page: Page, count: number, timeout = 15_000): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const units = [...document.querySelectorAll(".unit")];
      const wrong = units.flatMap((unit) => {
        const key = /ATL-\d+/.exec(unit.querySelector("a")?.href ?? "")?.[0];
        const badges = [...unit.querySelectorAll<HTMLElement>("plumbline-badge")].map((it) => it.dataset.key);
        return badges.length === 1 && badges[0] === key ? [] : [`${key}: ${badges.join()}`];
      });
      const outside = document.querySelectorAll(":not(.unit *) > plumbline-badge, body > plumbline-badge");
      const strays = [...outside].filter((it) => it.closest(".unit") === null).length;
      return { units: units.length, wrong: wrong.slice(0, 10), strays };
    });
  await expect.poll(look, { timeout }).toEqual({ units: count, wrong: [], strays: 0 });
}
