import { z } from "zod";
import { stableJson } from "../../../shared/tracker/stable-json";
import { textVersion } from "../../../shared/tracker/text-version";
import { type AskJira, mayPass } from "../jira/ask-jira";
import { noteFailure } from "../storage/health";
import { getKept, keep } from "../storage/kept";
import { readSettings } from "../storage/settings";

/** Written anew after so many days, should somebody have taken it away; tried again after so many where it is refused. */
const [sharedDays, refusedDays] = [7, 1];

/** Which policy the app's settings hold, so that another one is told from it; "none" for none. */
export async function defaultPolicyVersion(): Promise<string> {
  const { policy } = await readSettings();
  return textVersion(policy && stableJson(policy));
}

/**
 * Writes the policy of projects without one beside a project, for browsers, which cannot ask the app, or that there is none any more.
 * Costs no call while nothing changed. Where the app may not write it, browsers only watch, and administrators see that.
 */
export async function shareDefaultPolicy(ask: AskJira, project: string): Promise<void> {
  const { policy } = await readSettings();
  const version = await defaultPolicyVersion();
  const key = `shared-policy ${project}`;
  const shared = await getKept(key, z.string());
  // Nothing was ever shared, and nothing is to be.
  if (shared === version || shared === `refused ${version}` || (shared === null && policy === null)) return;
  const path = `/rest/api/3/project/${encodeURIComponent(project)}/properties/plumbline.policy-default`;
  // To take a property away needs a scope more, and Jira takes no empty value.
  const done = await ask({ method: "PUT", path, body: policy ?? false }, z.unknown());
  if (done.ok) await keep(key, version, sharedDays);
  else {
    const words = done.error.words ?? done.error.kind;
    const what = `Browsers do not learn of the default policy in ${project}: the app needs "Administer projects" there. ${words}`;
    console.warn(what);
    await noteFailure("default-policy", what, Date.now());
    if (!mayPass(done.error)) await keep(key, `refused ${version}`, refusedDays);
  }
}
