import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Handler } from "../handler";
import { themeSheet } from "../jira/front-end/themes";

const contentTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * What a page of an app may load and who may frame it: nothing but its own files. The policy that Jira really sends is not known
 * (reference 2026-11); this is the strictest under which a page without permissions for content can be shown.
 */
const policyFor = (site: string): string =>
  `default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors ${site}`;

/**
 * The files of an app's pages as the platform serves them: `folders` by the resource's key. Into each document the platform puts the
 * script that makes the bridge, before anything of the app's own.
 */
export function frameFiles(folders: ReadonlyMap<string, string>, site: string): Handler {
  let themes: string | null = null;
  return async (request) => {
    const { pathname } = new URL(request.url);
    const headers = (type: string) => ({
      "content-type": type,
      "content-security-policy": policyFor(site),
      "cache-control": "no-store",
    });
    if (pathname === "/platform/themes.css") {
      themes ??= themeSheet();
      return new Response(themes, { headers: headers("text/css; charset=utf-8") });
    }
    const [, resource = "", ...path] = pathname.split("/");
    const folder = folders.get(resource);
    const type = contentTypes[extname(pathname)];
    if (folder === undefined || type === undefined || path.includes("..")) return null;
    const file = await readFile(join(folder, ...path)).catch(() => null);
    if (file === null) return null;
    if (!pathname.endsWith(".html")) return new Response(new Uint8Array(file), { headers: headers(type) });
    const bridge = '<head><script src="/sandbox-assets/forge/main.js"></script>';
    return new Response(file.toString("utf8").replace("<head>", bridge), { headers: headers(type) });
  };
}
