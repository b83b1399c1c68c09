import { apis } from "../../trackers/apis";
import { trackerOfOrigin } from "../../trackers/hosts";
import type { Site } from "./facts-service";

type Sender = Pick<chrome.runtime.MessageSender, "id" | "url" | "tab" | "frameId">;

/**
 * The site that a content script speaks for, taken from where the browser says it runs, never from what it says.
 * Throws for any other sender.
 */
export function siteOf(sender: Sender, workspace: string | null, runtimeId: string): Site {
  const origin = sender.url && URL.canParse(sender.url) ? new URL(sender.url).origin : "";
  const tracker = trackerOfOrigin(origin);
  if (sender.id !== runtimeId || sender.tab === undefined || tracker === null) {
    throw new Error(`no tracker's page may send this from ${origin || "nowhere"}`);
  }
  return { id: workspace === null ? origin : `${origin}/${workspace}`, origin, api: apis[tracker] };
}

/** Throws unless one of the extension's own pages sent the message; `ownRoot` is the address that all of them begin with. */
export function mustBeOwnPage({ id, url }: Sender, runtimeId: string, ownRoot: string): void {
  if (id !== runtimeId || url?.startsWith(ownRoot) !== true)
    throw new Error("only the extension's own pages may send this");
}
