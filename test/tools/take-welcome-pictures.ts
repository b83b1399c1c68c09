import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "playwright-core";
import { seedCompany } from "../sandbox/company/seed";
import { startSandbox } from "../sandbox/server";
import { buildExtension, projectRoot } from "./build-extension";
import { findBrowser } from "./find-browser";
import { launch } from "./launch";

/** Takes the pictures of the first-run page from the sandbox, light and dark: `npx tsx test/tools/take-welcome-pictures.ts`. */
const folder = join(projectRoot, "extension/public/welcome");
/** From the row's icon to the end of its summary, in CSS px, taken at twice as many. */
const size = { width: 640, height: 290 };

const { path } = await findBrowser();
const extensionDir = await buildExtension("sandbox");
const sandbox = await startSandbox({
  company: seedCompany({ today: new Date().toISOString().slice(0, 10) }),
});
const browser = await launch({
  executablePath: path,
  extensionDir,
  flags: sandbox.chromiumFlags,
  headless: true,
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(sandbox.urls.jira.backlog);
    const aligned = page.locator('plumbline-badge[data-state="aligned"]');
    await aligned.nth(3).waitFor();
    await take(page, session, `backlog-${theme}`, { x: 297, y: 226 });
    await aligned.first().hover();
    await page.locator("plumbline-hovercard").waitFor();
    await take(page, session, `hovercard-${theme}`, { x: 297, y: 306 });
  }
} finally {
  await browser.close();
  await sandbox.stop();
}

/** WebP, which weighs a third of a PNG; the browser is the one who can write it. */
async function take(
  page: Page,
  session: CDPSession,
  name: string,
  at: { x: number; y: number },
): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { data } = await session.send("Page.captureScreenshot", { clip: { ...at, ...size, scale: 2 } });
  const webp = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = Object.assign(document.createElement("canvas"), {
      width: bitmap.width,
      height: bitmap.height,
    });
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
    return canvas.toDataURL("image/webp", 0.8).split(",")[1] ?? "";
  }, data);
  await writeFile(join(folder, `${name}.webp`), Buffer.from(webp, "base64"));
}
