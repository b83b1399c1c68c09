import type { InstalledApp } from "../../forge/app-install";
import type { Markup } from "../../markup";
import type { JiraUser } from "../records";
import type { JiraSite } from "../site";
import { themeAttribute, themeStyles } from "./themes";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escapeHtml(content)}">`;

/** Follows the system where nobody chose; before the first paint, so that nothing flashes. */
const automaticMode =
  'document.documentElement.dataset.colorMode=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light"';

let styles: string | null = null;

/**
 * The document that every page route answers: Jira's meta tags (reference 1.1), the themes, `#jira-frontend`
 * and the bundle, told which markup to draw. `theme` null follows the browser.
 */
export function shell(
  site: JiraSite,
  user: JiraUser,
  theme: "light" | "dark" | null,
  markup: Markup = "today",
  app: InstalledApp | null = null,
): string {
  styles ??= themeStyles();
  return `<!doctype html>
<html lang="en" data-theme="${themeAttribute}"${theme ? ` data-color-mode="${theme}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="application-name" content="JIRA" data-name="jira" data-version="1001.0.0-SNAPSHOT">
${meta("ajs-cloud-id", site.cloudId)}
${meta("ajs-atlassian-account-id", user.accountId)}
${meta("ajs-user-locale", "en_US")}
${meta("ajs-product-editions", '{"jira-software":"STANDARD"}')}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Jira</title>
<link rel="icon" href="data:,">
${theme ? "" : `<script>${automaticMode}</script>`}
${styles}
<link rel="stylesheet" href="/sandbox-assets/jira/main.css">
</head>
<body>
<div id="jira-frontend"${app === null ? "" : ` data-app="${escapeHtml(JSON.stringify(app))}"`}></div>
<script src="/sandbox-assets/jira/main.js" defer${markup === "today" ? "" : ` data-markup="${markup}"`}></script>
</body>
</html>`;
}

/** What somebody who logged out gets, with status 200, from pages and from endpoints alike. */
export const loginPage = (continueTo: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Log in to continue - Log in with Atlassian account</title>
<style>body{font-family:sans-serif;background:#f8f8f8;color:#292a2e;display:grid;place-items:center;min-height:100vh;margin:0}
main{background:#fff;padding:40px 48px;border-radius:8px;box-shadow:0 1px 4px #1e1f2140;text-align:center}
a{display:inline-block;background:#1868db;color:#fff;padding:8px 24px;border-radius:4px;text-decoration:none}</style></head>
<body><main id="login-form"><h1>Log in to continue</h1><p>You are logged out.</p>
<a href="/login?continue=${encodeURIComponent(continueTo)}">Log in</a></main></body>
</html>`;
