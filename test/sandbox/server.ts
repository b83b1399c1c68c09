import { once } from "node:events";
import { buildPages, pageAssets } from "./build-pages";
import type { Company, Ticket } from "./company/company";
import { createServer } from "./create-server";
import { jiraApi } from "./jira/api";
import { jiraFrontEnd } from "./jira/front-end";
import { createJiraSite, type JiraSite } from "./jira/site";
import { issueUrl } from "./linear/addresses";
import { linearApi } from "./linear/api";
import { linearFrontEnd } from "./linear/front-end";
import { createLinearWorkspace, type LinearWorkspace } from "./linear/workspace";
import { sandboxCertificate } from "./tls";

export interface Sandbox {
  port: number;
  jira: JiraSite;
  linear: LinearWorkspace;
  urls: SandboxUrls;
  /** What makes Chromium find the sandbox under the trackers' names and trust its certificate. */
  chromiumFlags: string[];
  /** What handlers threw, oldest first; each was answered with 500. */
  failures: Error[];
  stop(): Promise<void>;
}

/** Where the pages are; an issue is null where the company has none. */
export interface SandboxUrls {
  jira: { backlog: string; board: string; issue: string | null };
  linear: { list: string; board: string; issue: string | null };
}

/**
 * Starts Jira and Linear on 127.0.0.1 under their real host names.
 * `linearCompany` fills Linear where it differs from Jira's; port 0 takes a free one.
 */
export async function startSandbox({
  company,
  linearCompany = company,
  port = 0,
  now = () => new Date(),
}: {
  company: Company;
  linearCompany?: Company;
  port?: number;
  now?: () => Date;
}): Promise<Sandbox> {
  const [certificate, assets] = await Promise.all([sandboxCertificate(), buildPages()]);
  const jira = createJiraSite({ company, now });
  const linear = createLinearWorkspace({ company: linearCompany, now });
  const files = pageAssets(assets);
  const failures: Error[] = [];
  const server = createServer(
    [
      { host: /^northwind\.atlassian\.net$/, handlers: [files, jiraApi(jira), jiraFrontEnd(jira)] },
      { host: /^(api|client-api)\.linear\.app$/, handlers: [linearApi(linear)] },
      { host: /^linear\.app$/, handlers: [files, linearFrontEnd(linear)] },
    ],
    certificate,
    (error, { method, url }) => {
      const failure = new Error(`${method} ${url} failed in the sandbox`, { cause: error });
      failures.push(failure);
      console.error(failure);
    },
  );
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The sandbox has no port");
  return {
    port: address.port,
    jira,
    linear,
    urls: { jira: jiraUrls(jira, company), linear: linearUrls(linear, linearCompany) },
    chromiumFlags: chromiumFlags(address.port, certificate.spki),
    failures,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function chromiumFlags(port: number, spki: string): string[] {
  const hosts = ["*.atlassian.net", "linear.app", "*.linear.app"];
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(",");
  // The key list also holds for service workers, which Playwright's ignoreHTTPSErrors does not reach.
  return [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${spki}`];
}

function jiraUrls(site: JiraSite, company: Company): SandboxUrls["jira"] {
  const project = site.projects[0]?.key ?? "ATL";
  const board = `${site.baseUrl}/jira/software/c/projects/${project}/boards/${site.boards[0]?.id ?? 1}`;
  const ticket = exampleOf(company);
  const issue = ticket && site.findIssue(ticket.importedKey ?? `${project}-${ticket.number}`);
  return { backlog: `${board}/backlog`, board, issue: issue ? `${site.baseUrl}/browse/${issue.key}` : null };
}

function linearUrls(workspace: LinearWorkspace, company: Company): SandboxUrls["linear"] {
  const team = `https://linear.app/${workspace.organization.urlKey}/team/${workspace.team.key}`;
  const ticket = exampleOf(company);
  const issue = workspace.store.all("Issue").find(({ number }) => number === ticket?.number);
  return { list: `${team}/all`, board: `${team}/board`, issue: issue ? issueUrl(workspace, issue) : null };
}

/** A ticket worth looking at: one whose bet says the mechanism, else any. */
function exampleOf({ bets, tickets }: Company): Ticket | undefined {
  const told = new Set(bets.filter(({ sheet }) => sheet?.mechanism && sheet.aim).map(({ id }) => id));
  return tickets.find(({ betId }) => betId !== null && told.has(betId)) ?? tickets[0];
}
