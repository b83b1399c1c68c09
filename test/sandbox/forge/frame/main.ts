/**
 * What the platform puts into the document of an app's page: the bridge that `@forge/bridge` finds, the themes, and the height. It talks
 * to Jira's page around the frame alone. How the real one does it is not documented; the commands are those of reference 2026-11.
 */
import { z } from "zod";
import { hostMessage } from "./messages";

const opening = z.looseObject({
  onClose: z.custom<(payload: unknown) => unknown>((it) => typeof it === "function").optional(),
});

const [site] = location.ancestorOrigins;
if (site === undefined) throw new Error("This page belongs into a frame of Jira.");
const waiting = new Map<number, { resolve: (it: unknown) => void; reject: (error: Error) => void }>();
/** What to call once a dialog is closed, by the call that opened it: functions stay in their document. */
const closings = new Map<number, (payload: unknown) => unknown>();
let last = 0;

const say = (message: unknown) => parent.postMessage(message, site);

function callBridge(command: string, given?: unknown): Promise<unknown> {
  if (command === "enableTheming") enableTheming();
  last += 1;
  const id = last;
  const data = command === "openModal" ? withoutClosing(given, id) : given;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    // What cannot be copied throws here, as it does there.
    say({ forge: "call", id, command, data });
  });
}

function withoutClosing(given: unknown, id: number): unknown {
  const { onClose, ...data } = opening.parse(given);
  if (onClose) closings.set(id, onClose);
  return data;
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || origin !== site) return;
  const message = hostMessage.safeParse(data).data;
  if (message === undefined) return;
  if (message.forge === "theme") return colour(message.colorMode);
  if (message.forge === "closed") {
    closings.get(message.id)?.(message.payload);
    closings.delete(message.id);
    return;
  }
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
