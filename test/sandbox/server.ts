import { once } from "node:events";
import { buildPages, pageAssets } from "./build-pages";
import type { Company, Ticket } from "./company/company";
import { createServer } from "./create-server";
import { frameHost, type InstalledApp } from "./forge/app-install";
import type { ForgePlatform } from "./forge/platform";
import { runApp } from "./forge/run-app";
import { jiraApi } from "./jira/api";
import { jiraFrontEnd } from "./jira/front-end";
import { mentionedKeys } from "./jira/front-end/mentions";
import { appHref } from "./jira/pages/route";
import { createJiraSite, type JiraSite } from "./jira/site";
import { issueUrl, projectUrl, viewUrl } from "./linear/addresses";
import { linearApi } from "./linear/api";
import { linearFrontEnd } from "./linear/front-end";
import { createLinearWorkspace, type LinearWorkspace } from "./linear/workspace";
import type { Markup } from "./markup";
import { sandboxCertificate } from "./tls";

export interface Sandbox {
  port: number;
  jira: JiraSite;
  linear: LinearWorkspace;
  urls: SandboxUrls;
  /** The app inside Jira; null: it is not installed. */
  forge: ForgePlatform | null;
  /** How pages are marked that are loaded from now on: a release may come at any time. */
  drawn: { markup: Markup; app?: InstalledApp };
  /** What makes Chromium find the sandbox under the trackers' names and trust its certificate. */
  chromiumFlags: string[];
  /** What handlers threw, oldest first; each was answered with 500. */
  failures: Error[];
  stop(): Promise<void>;
}

/** Where the pages are; an issue is null where the company has none. */
export interface SandboxUrls {
  jira: {
    /** The page of the app inside Jira; null: it is not installed. */
    app: string | null;
    backlog: string;
    board: string;
    issue: string | null;
    /** The issue in the panel over the backlog, and in the dialog over the board. */
    panel: string | null;
    modal: string | null;
    /** An issue with linked work items. */
    linkedIssues: string | null;
    /** What the issue stands under, with its child issues. */
    epic: string | null;
    navigator: string;
    list: string;
    timeline: string;
  };
  linear: {
    list: string;
    board: string;
    issue: string | null;
    /** An issue with sub-issues. */
    subIssues: string | null;
    /** The current cycle, the issues of the issue's project, and a view that people keep. */
    cycle: string | null;
    projectIssues: string | null;
    view: string | null;
    /** What the first admin created. */
    myIssues: string;
    search: string;
    inbox: string;
  };
}

/**
 * Starts Jira and Linear on 127.0.0.1 under their real host names.
 * `linearCompany` fills Linear where it differs from Jira's; port 0 takes a free one; `markup`
 * "renamed" draws the pages as after a release that changed their marks; `forgeApp` is the folder of the app that is installed in
 * Jira, whose pages were built.
 */
export async function startSandbox({
  company,
  linearCompany = company,
  port = 0,
  now = () => new Date(),
  markup = "today",
  forgeApp = null,
}: {
  company: Company;
  linearCompany?: Company;
  port?: number;
  now?: () => Date;
  markup?: Markup;
  forgeApp?: string | null;
}): Promise<Sandbox> {
  const [certificate, assets] = await Promise.all([sandboxCertificate(), buildPages()]);
  const jira = createJiraSite({ company, now });
  const linear = createLinearWorkspace({ company: linearCompany, now });
  const files = pageAssets(assets);
  const failures: Error[] = [];
  const ending = new AbortController();
  const running = forgeApp === null ? null : runApp(jira, forgeApp, ending.signal);
  const drawn: Sandbox["drawn"] = { markup, ...(running && { app: running.app }) };
  const server = createServer(
    [
      {
        host: /^northwind\.atlassian\.net$/,
        handlers: [
          files,
          ...(running === null ? [] : [running.frontEnd]),
          jiraApi(jira),
          jiraFrontEnd(jira, drawn),
        ],
      },
      ...(running === null ? [] : [{ host: frameHosts, handlers: [files, running.files] }]),
      { host: /^(api|client-api)\.linear\.app$/, handlers: [linearApi(linear)] },
      { host: /^linear\.app$/, handlers: [files, linearFrontEnd(linear, drawn)] },
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
    drawn,
    forge: running?.platform ?? null,
    urls: { jira: jiraUrls(jira, company, running?.app ?? null), linear: linearUrls(linear, linearCompany) },
    chromiumFlags: chromiumFlags(address.port, certificate.spki),
    failures,
    async stop() {
      ending.abort();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const frameHosts = new RegExp(`^${frameHost.replaceAll(".", "\\.")}$`);

function chromiumFlags(port: number, spki: string): string[] {
  const hosts = ["*.atlassian.net", frameHost, "linear.app", "*.linear.app"];
  const rules = hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(",");
  // The key list also holds for service workers, which Playwright's ignoreHTTPSErrors does not reach.
  return [`--host-resolver-rules=${rules}`, `--ignore-certificate-errors-spki-list=${spki}`];
}

function jiraUrls(site: JiraSite, company: Company, app: InstalledApp | null): SandboxUrls["jira"] {
  const project = site.projects[0]?.key ?? "ATL";
  const board = `${site.baseUrl}/jira/software/c/projects/${project}/boards/${site.boards[0]?.id ?? 1}`;
  const ticket = exampleOf(company);
  const issue = ticket && site.findIssue(ticket.importedKey ?? `${project}-${ticket.number}`);
  const epic = issue && site.issues.get(issue.parentId ?? "");
  const linking = [...site.issues.values()].find((it) =>
    mentionedKeys(it.description ?? noText).some((key) => key !== it.key && site.findIssue(key)),
  );
  const query = encodeURIComponent(`project = "${project}" ORDER BY created DESC`);
  return {
    app: app === null ? null : `${site.baseUrl}${appHref(project, app)}`,
    backlog: `${board}/backlog`,
    board,
    issue: issue ? `${site.baseUrl}/browse/${issue.key}` : null,
    panel: issue ? `${board}/backlog?selectedIssue=${issue.key}` : null,
    modal: issue ? `${board}?selectedIssue=${issue.key}` : null,
    linkedIssues: linking ? `${site.baseUrl}/browse/${linking.key}` : null,
    epic: epic ? `${site.baseUrl}/browse/${epic.key}` : null,
    navigator: `${site.baseUrl}/issues/?jql=${query}`,
    list: `${site.baseUrl}/jira/software/projects/${project}/list`,
    timeline: `${board}/timeline`,
  };
}

function linearUrls(workspace: LinearWorkspace, company: Company): SandboxUrls["linear"] {
  const { store, organization, now } = workspace;
  const root = `https://linear.app/${organization.urlKey}`;
  const team = `${root}/team/${workspace.team.key}`;
  const ticket = exampleOf(company);
  const issue = store.all("Issue").find(({ number }) => number === ticket?.number);
  const part = store.all("Issue").find(({ parentId }) => parentId !== null);
  const above = part && store.find("Issue", part.parentId ?? "");
  const project = store.find("Project", issue?.projectId ?? "");
  const today = now().toISOString();
  const cycle = store.all("Cycle").find(({ startsAt, endsAt }) => startsAt <= today && today < endsAt);
  const view = store.all("CustomView")[0];
  const titles = store.all("Issue").map(({ title }) => title);
  const findings = (word: string) => titles.filter((title) => title.includes(word)).length;
  const [word = ""] = issue?.title.split(" ").toSorted((a, b) => findings(b) - findings(a)) ?? [];
  return {
    list: `${team}/all`,
    board: `${team}/board`,
    issue: issue ? issueUrl(workspace, issue) : null,
    subIssues: above ? issueUrl(workspace, above) : null,
    cycle: cycle ? `${team}/cycle/${cycle.number}` : null,
    projectIssues: project ? `${projectUrl(workspace, project)}/issues` : null,
    view: view ? viewUrl(workspace, view) : null,
    myIssues: `${root}/my-issues/created`,
    search: `${root}/search?q=${encodeURIComponent(word)}`,
    inbox: `${root}/inbox`,
  };
}

const noText = { type: "doc" };

/** A ticket worth looking at: one whose bet says the mechanism, else any. */
function exampleOf({ bets, tickets }: Company): Ticket | undefined {
  const told = new Set(bets.filter(({ sheet }) => sheet?.mechanism && sheet.aim).map(({ id }) => id));
  return tickets.find(({ betId }) => betId !== null && told.has(betId)) ?? tickets[0];
}
