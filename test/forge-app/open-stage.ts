import { join } from "node:path";
import type { Calls } from "../../forge-app/src/resolvers/calls";
import { writeBreakGlass } from "../../shared/domain/break-glass";
import { statementHash } from "../../shared/domain/canonical";
import { defaultPolicy, type Policy } from "../../shared/domain/policy";
import type { Result } from "../../shared/domain/result";
import { writeSignOff } from "../../shared/domain/sign-off";
import { aStatement } from "../domain/builders";
import type { Company } from "../sandbox/company/company";
import { readManifest } from "../sandbox/forge/manifest";
import { type Clock, ForgePlatform, type PlatformOptions } from "../sandbox/forge/platform";
import { adfToText, textToAdf } from "../sandbox/jira/adf";
import { jiraApi } from "../sandbox/jira/api";
import { addComment } from "../sandbox/jira/comments";
import { jiraFrontEnd } from "../sandbox/jira/front-end";
import { setProjectProperty, setProperty } from "../sandbox/jira/properties";
import type { JiraIssue, JiraUser } from "../sandbox/jira/records";
import { createJiraSite } from "../sandbox/jira/site";
import { smallCompany } from "../sandbox/jira/small-company";
import { openSprintOf } from "../sandbox/jira/sprints";
import { projectRoot } from "../tools/build-extension";

export const appFolder = join(projectRoot, "forge-app");
export const origin = "https://northwind.atlassian.net";

/** A small company's site with the app installed and a policy written. */
export function openStage(
  { clock, load }: { clock: Clock; load: PlatformOptions["load"] },
  policy: Partial<Policy>,
  options: Partial<PlatformOptions>,
  company: Partial<Company>,
) {
  const site = createJiraSite({ company: smallCompany(company) });
  const jira = jiraApi(site, clock.now);
  const pages = jiraFrontEnd(site);
  const platform = new ForgePlatform({
    ...{ site, jira, clock, manifest: readManifest(appFolder), load },
    ...options,
  });
  const ending = new AbortController();
  platform.listen(ending.signal);
  const person = (id: string): JiraUser => {
    const found = site.users.find(({ personId }) => personId === id);
    if (found === undefined) throw new Error(`There is no ${id}.`);
    return found;
  };
  const issue = (key: string): JiraIssue => {
    const found = site.findIssue(key);
    if (found === undefined) throw new Error(`There is no ${key}.`);
    return found;
  };
  const admin = person("ana");
  const writePolicy = (it: Partial<Policy>) =>
    setProjectProperty(site, admin, "ATL", "plumbline.policy", JSON.stringify({ ...defaultPolicy, ...it }));
  writePolicy(policy);
  const statement = aStatement({ author: admin.accountId });

  return {
    ...{ site, clock, platform, person, issue, writePolicy, end: () => ending.abort() },
    /** A request of somebody's browser or client. */
    async ask(who: string, method: string, path: string, body?: unknown): Promise<Response> {
      const headers = { cookie: `cloud.session.token=${who}`, "content-type": "application/json" };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      for (const handler of [jira, pages]) {
        const answer = await handler(new Request(origin + path, init));
        if (answer !== null) return answer;
      }
      throw new Error(`Nobody answers ${path}.`);
    },
    /** What a page of the app gets when it calls a function of it; who null: nobody is signed in. */
    call: (name: keyof Calls, payload: unknown, who: string | null) =>
      platform.invoke(name, payload, { by: who === null ? null : person(who) }) as Promise<
        Result<unknown, { kind: string; message: string | null }>
      >,
    /** The sprint that an issue is in, by its number; null: the backlog. */
    placeOf: (key: string): number | null => openSprintOf(site, issue(key))?.id ?? null,
    write: (key: string, said = statement) =>
      setProperty(site, admin, key, "plumbline.statement", JSON.stringify(said)),
    sign(key: string, who = "raj", said = statement) {
      const code = { function: "product", object: issue(key).id, hash: statementHash(said) };
      return addComment(site, person(who), key, textToAdf(writeSignOff(code)));
    },
    breakGlass(key: string, who = "tom") {
      const until = new Date(clock.now() + 3_600_000).toISOString();
      const text = writeBreakGlass({ object: issue(key).id, reason: "Payments are down", until });
      return addComment(site, person(who), key, textToAdf(text));
    },
    /** What the app said on an issue. */
    told: (key: string): string[] =>
      issue(key)
        .comments.filter(({ author }) => author === platform.app)
        .map(({ body }) => adfToText(body)),
  };
}
export type ForgeStage = ReturnType<typeof openStage>;
