import type { BrowserContext } from "playwright-core";

/** Without it the browser refuses to load an extension anew. */
export const updatableFlag = "--enable-unsafe-extension-debugging";

/** Loads the extension in this folder anew, as the browser does with an update: what runs in open pages loses what is behind it. */
export async function updateExtension(context: BrowserContext, folder: string): Promise<string> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error("the browser has no session of its own");
  // Too new for Playwright's types.
  const send = session.send.bind(session) as (method: string, params: object) => Promise<{ id: string }>;
  const { id } = await send("Extensions.loadUnpacked", { path: folder });
  await session.detach();
  return id;
}
