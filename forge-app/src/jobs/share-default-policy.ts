import { z } from "zod";
import { stableJson } from "../../../shared/tracker/stable-json";
import { textVersion } from "../../../shared/tracker/text-version";
import type { AskJira } from "../jira/ask-jira";
import { getKept, keep } from "../storage/kept";
import { readSettings } from "../storage/settings";

/** Written anew after so many days, should somebody have taken it away. */
const sharedDays = 7;

/** Which policy the app's settings hold, so that another one is told from it; "none" for none. */
export async function defaultPolicyVersion(): Promise<string> {
  const { policy } = await readSettings();
  return textVersion(policy && stableJson(policy));
}

/**
 * Writes the policy of projects without one beside a project, for browsers, which cannot ask the app, or that there is none any more.
 * Costs no call while nothing changed. Where the app may not write it, browsers go by the project's own, and that is logged.
 */
export async function shareDefaultPolicy(ask: AskJira, project: string): Promise<void> {
  const { policy } = await readSettings();
  const version = await defaultPolicyVersion();
  const key = `shared-policy ${project}`;
  const shared = await getKept(key, z.string());
  // Nothing was ever shared, and nothing is to be.
  if (shared === version || (shared === null && policy === null)) return;
  const path = `/rest/api/3/project/${encodeURIComponent(project)}/properties/plumbline.policy-default`;
  // To take a property away needs a scope more, and Jira takes no empty value.
  const done = await ask({ method: "PUT", path, body: policy ?? false }, z.unknown());
  if (done.ok) await keep(key, version, sharedDays);
  else console.warn(`The default policy could not be written beside ${project}.`, done.error);
}
