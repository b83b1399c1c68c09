import { chromium } from "playwright-core";
import { mkdtempSync } from "node:fs";
import { startSandbox } from "./sandbox/server";
import { seedCompany } from "./sandbox/company/seed";
const issues = Number(process.argv[2] ?? 120);
const company = seedCompany({ today: "2026-11-21", issues, hostile: process.argv.includes("hostile") });
const sb = await startSandbox({ company });
const ext = new URL("../.output/chrome-mv3-sandbox", import.meta.url).pathname;
const ctx = await chromium.launchPersistentContext(mkdtempSync("/tmp/prof-"), {
  executablePath: "/usr/bin/chromium", headless: true, viewport: { width: 1440, height: 900 },
  ignoreDefaultArgs: ["--disable-extensions"],
  args: ["--headless=new", "--no-sandbox", `--disable-extensions-except=${ext}`, `--load-extension=${ext}`, "--disable-background-networking", ...sb.chromiumFlags],
});
const sw = ctx.serviceWorkers()[0] ?? (await ctx.waitForEvent("serviceworker"));
sw.on("console", (m) => console.log("SW", m.text()));
const id = new URL(sw.url()).host;
const opt = await ctx.newPage();
opt.on("pageerror", (e) => console.log("OPT", e.message));
opt.on("console", (m) => m.type() === "error" && console.log("OPTC", m.text()));
await opt.goto(`chrome-extension://${id}/options.html`);
await opt.getByLabel("Linear API key").fill("lin_api_ana");
await opt.getByRole("button", { name: "Save key" }).click();
await opt.waitForTimeout(1500);
await opt.screenshot({ path: "/tmp/look/options.png" });
const page = await ctx.newPage();
page.on("pageerror", (e) => console.log("PAGE", e.message));
page.on("console", (m) => m.type() === "error" && console.log("PAGEC", m.text()));
let n = 0;
for (const [name, url] of Object.entries({ jb: sb.urls.jira.backlog, jbd: sb.urls.jira.board, ji: sb.urls.jira.issue, ll: sb.urls.linear.list, lb: sb.urls.linear.board, li: sb.urls.linear.issue }))
  for (const theme of ["light", "dark"]) {
    await page.goto(`${url}?theme=${theme}`);
    await page.waitForTimeout(1800);
    console.log(name, theme, await page.evaluate(() => {
      const b = [...document.querySelectorAll("plumbline-badge")] as HTMLElement[];
      const by: Record<string, number> = {};
      for (const e of b) by[e.dataset.state ?? "?"] = (by[e.dataset.state ?? "?"] ?? 0) + 1;
      return JSON.stringify(by) + " keys " + new Set(b.map((e) => e.dataset.key)).size;
    }));
    await page.screenshot({ path: `/tmp/look/${name}-${theme}.png` });
    if (theme === "light" && process.argv.includes("hover")) {
      await page.locator("plumbline-badge[data-state=aligned]").first().hover();
      await page.waitForTimeout(700);
      await page.screenshot({ path: `/tmp/look/${name}-hover.png` });
      await page.mouse.move(5, 5);
    }
  }
console.log("jira calls", sb.jira.requests.map((r) => `${r.method} ${r.path} ${r.status}`).filter((r) => /api/.test(r)).length, "failures", sb.failures.length);
await ctx.close();
await sb.stop();
process.exit(0);
