import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type BidiSession, openBidiSession } from "./bidi-session";
import type { Evaluates } from "./evaluates";
import { startSiteProxy } from "./site-proxy";

const extensionId = "plumbline@plumbline.example";
const startDeadlineMs = 90_000;
const openDeadlineMs = 20_000;
/** The windows and tabs that are open. */
const opened = z.object({ contexts: z.array(z.object({ context: z.string(), url: z.string() })) });

export interface FirefoxTab extends Evaluates {
  goto(address: string): Promise<void>;
  /** Runs a function in the page, which may use nothing but the page and what it is given. */
  run<Given, T>(act: (given: Given) => Promise<T>, given: Given): Promise<T>;
  /** Presses the mouse's first button at this place of the viewport; CSS px. */
  press(x: number, y: number): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** A PNG of what can be seen. */
  picture(): Promise<Buffer>;
}

export interface LaunchedFirefox {
  tab: FirefoxTab;
  /** The address of one of the extension's own pages. */
  ownPage(name: string): string;
  /** The page that the extension opens by itself at this address of its own, once it is there. */
  opened(name: string): Promise<FirefoxTab>;
  close(): Promise<void>;
}

/** Starts Firefox headless with a fresh profile and the unpacked extension, its trackers' hosts led to the sandbox. */
export async function launchFirefox({
  path,
  extensionDir,
  sandboxPort,
}: {
  path: string;
  extensionDir: string;
  sandboxPort: number;
}): Promise<LaunchedFirefox> {
  const profile = await mkdtemp(join(tmpdir(), "plumbline-firefox-"));
  const proxy = await startSiteProxy(sandboxPort);
  const uuid = crypto.randomUUID();
  const preferences = {
    "network.proxy.type": 1,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": proxy.port,
    "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: uuid }),
    "datareporting.policy.dataSubmissionEnabled": false,
    "browser.shell.checkDefaultBrowser": false,
  };
  const lines = Object.entries(preferences).map(
    (it) => `user_pref(${it.map((at) => JSON.stringify(at)).join()});`,
  );
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const browser = spawn(
    path,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
    // A root without a home of its own is refused.
    { env: { ...process.env, HOME: profile }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  const close = async () => {
    browser.kill();
    await ended;
    proxy.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      browser.stderr.on("data", (chunk) => {
        const told = /WebDriver BiDi listening on (ws:\S+)/.exec(String(chunk))?.[1];
        if (told !== undefined) resolve(told);
      });
      setTimeout(() => reject(new Error("Firefox does not say where it listens.")), startDeadlineMs).unref();
    });
    const session = await openBidiSession(address);
    await session.send("webExtension.install", { extensionData: { type: "path", path: extensionDir } });
    const { context } = await session.send("browsingContext.create", { type: "tab" });
    const ownPage = (name: string) => `moz-extension://${uuid}/${name}`;
    return {
      tab: tabOf(session, String(context)),
      ownPage,
      async opened(name) {
        for (const until = Date.now() + openDeadlineMs; Date.now() < until; await sleep(200)) {
          const { contexts } = opened.parse(await session.send("browsingContext.getTree", {}));
          const found = contexts.find(({ url }) => url.startsWith(ownPage(name)));
          if (found !== undefined) return tabOf(session, found.context);
        }
        throw new Error(`Firefox does not open ${name}.`);
      },
      async close() {
        session.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function tabOf({ send }: BidiSession, context: string): FirefoxTab {
  const act = (type: "pointer" | "key", actions: object[]) =>
    send("input.performActions", { context, actions: [{ type, id: type, actions }] });
  async function call<T>(declaration: string): Promise<T> {
    const { type, result, exceptionDetails } = await send("script.callFunction", {
      functionDeclaration: declaration,
      target: { context },
      awaitPromise: true,
    });
    if (type !== "success") throw new Error(JSON.stringify(exceptionDetails));
    return JSON.parse((result as { value: string }).value);
  }
  return {
    goto: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
    evaluate: (look) => call(`() => JSON.stringify((${look})())`),
    run: (act, given) => call(`async () => JSON.stringify(await (${act})(${JSON.stringify(given)}))`),
    async press(x, y) {
      const at = { x: Math.round(x), y: Math.round(y) };
      await act("pointer", [
        { type: "pointerMove", ...at },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]);
    },
    async type(text) {
      await act(
        "key",
        [...text].flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]),
      );
    },
    async picture() {
      const { data } = await send("browsingContext.captureScreenshot", { context });
      return Buffer.from(String(data), "base64");
    },
  };
}
