import type { Site } from "../../../shared/desk/site";
import type { Tenant } from "../../desk/tenant";
import { apis } from "../../trackers/apis";
import { trackerOfOrigin } from "../../trackers/hosts";
import { pages } from "../../trackers/pages";

export type Sender = Pick<chrome.runtime.MessageSender, "id" | "url" | "tab" | "frameId">;

/** The tab of a content script that `siteOf` has accepted. */
export const tabOf = ({ tab }: Sender): number => tab?.id ?? -1;

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

/** The tenant whose page sends, by the address that the browser says it has. Throws for any other sender. */
export function tenantOfPage(sender: Sender, runtimeId: string): Tenant {
  const { origin } = siteOf(sender, null, runtimeId);
  const tracker = trackerOfOrigin(origin);
  if (tracker === null) throw new Error("no tracker's page may send this");
  const workspace = pages[tracker].workspaceOf(new URL(sender.url ?? ""));
  return { ...siteOf(sender, workspace, runtimeId), tracker, workspace };
}
