import type { ReadLocal } from "../../shared/desk/facts-cache";
import type { Policy } from "../../shared/domain/policy";
import { noLocalPolicies } from "../../shared/domain/policy-in-force";
import { none, value } from "../../shared/domain/result";
import { askApp } from "./ask-app";
import type { FrameHost } from "./frame-host";

/** The policies beside a project's own: the app's default one, asked for once, and how long signatures were measured to take. */
export function localPolicies(
  host: Pick<FrameHost, "ask">,
  project: { id: string } | null,
): { readLocal: ReadLocal; keepMedians: (measured: ReadonlyMap<string, number | null>) => Promise<void> } {
  const medians = new Map<string, number | null>();
  let company: Promise<Policy | null> | null = null;
  async function readCompany(): Promise<Policy | null> {
    if (project === null) return null;
    const said = await askApp(host, "defaultPolicy", { projectId: project.id });
    if (said.ok) return said.value;
    console.warn("The app's default policy could not be read.", said.error);
    return null;
  }
  return {
    async readLocal(_site, scope) {
      company ??= readCompany();
      const held = await company;
      return {
        ...noLocalPolicies,
        company: held === null ? none : value(held),
        medianWaitHours: medians.get(scope) ?? null,
      };
    },
    async keepMedians(measured) {
      for (const [scope, hours] of measured) medians.set(scope, hours);
    },
  };
}
