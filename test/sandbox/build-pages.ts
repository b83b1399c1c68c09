import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Handler } from "./handler";

/** What runs in a browser: each tracker's pages, and what the platform puts into the frames of apps. */
const bundles = {
  jira: "./jira/pages/main.tsx",
  linear: "./linear/pages/main.tsx",
  forge: "./forge/frame/main.ts",
} as const;
const contentTypes: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

let built: Promise<Map<string, Uint8Array<ArrayBuffer>>> | undefined;

/** Bundles the pages; contents by path, `/sandbox-assets/<name>/main.{js,css}`. Once per process, in memory. */
export function buildPages(): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  built ??= Promise.all(Object.entries(bundles).map(bundle)).then((all) => new Map(all.flat()));
  return built;
}

async function bundle([name, entry]: [name: string, entry: string]): Promise<
  (readonly [string, Uint8Array<ArrayBuffer>])[]
> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return outputFiles.map((file) => [
    `/sandbox-assets/${name}/main.${file.path.split(".").at(-1) ?? ""}`,
    new Uint8Array(file.contents),
  ]);
}

/** Serves the bundles on whichever host asks for them. */
export function pageAssets(assets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Handler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith("/sandbox-assets/")) return null;
    const body = assets.get(pathname);
    if (!body) return new Response("Not Found", { status: 404 });
    const contentType = contentTypes[pathname.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    return new Response(body, { headers: { "content-type": contentType, "cache-control": "no-store" } });
  };
}
