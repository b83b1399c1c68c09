/**
 * What the platform puts into the document of an app's page: the bridge that `@forge/bridge` finds, the themes, and the height. It talks
 * to Jira's page around the frame alone. How the real one does it is not documented; the commands are those of reference 2026-11.
 */
import { hostMessage } from "./messages";

const [site] = location.ancestorOrigins;
if (site === undefined) throw new Error("This page belongs into a frame of Jira.");
const waiting = new Map<number, { resolve: (it: unknown) => void; reject: (error: Error) => void }>();
let last = 0;

const say = (message: unknown) => parent.postMessage(message, site);

function callBridge(command: string, data?: unknown): Promise<unknown> {
  if (command === "enableTheming") enableTheming();
  last += 1;
  const id = last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // What cannot be copied throws here, as it does there.
    say({ forge: "call", id, command, data });
  });
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || origin !== site) return;
  const message = hostMessage.safeParse(data).data;
  if (message === undefined) return;
  if (message.forge === "theme") return colour(message.colorMode);
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.error === undefined) asked?.resolve(message.value);
  else asked?.reject(new Error(message.error));
});

let mode: "light" | "dark" | null = null;
let isThemed = false;
function colour(next: "light" | "dark"): void {
  mode = next;
  if (!isThemed) return;
  const { dataset } = document.documentElement;
  dataset.theme = "dark:dark light:light shape:shape spacing:spacing typography:typography";
  dataset.colorMode = next;
}
function enableTheming(): void {
  if (isThemed) return;
  isThemed = true;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = "/platform/themes.css";
  document.head.append(link);
  if (mode !== null) colour(mode);
}

Object.assign(globalThis, { __bridge: { callBridge } });
addEventListener("DOMContentLoaded", () =>
  new ResizeObserver(() => say({ forge: "height", height: document.body.scrollHeight })).observe(
    document.body,
  ),
);
say({ forge: "ready" });
