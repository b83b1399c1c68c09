import { gatePort } from "../messaging/gate-protocol";
import { runInPage } from "../trackers/run-in-page";

/**
 * Whether the gate hears what the page in a tab sends. It does not where the page was opened before the gate's scripts could be the
 * first in it: before an update, or before its site was turned on. Rejects where the page cannot be reached.
 */
export const isGuarded = async (tab: number): Promise<boolean> =>
  (await runInPage(tab, hasPort, [gatePort])) === true;

/** Runs in the page, and so reaches nothing around it. */
const hasPort = (name: string) => Symbol.for(name) in globalThis;
