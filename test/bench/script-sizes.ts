import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BenchRow } from "./bench-row";

/** Bytes of what a production build puts into pages and into the service worker. */
export async function scriptSizes(build: string): Promise<BenchRow[]> {
  const scripts = (await readdir(join(build, "content-scripts"))).filter((name) => name.endsWith(".js"));
  const files = [
    ...scripts.map((name) => ({
      name,
      path: `content-scripts/${name}`,
      target: name === "gate.js" ? 8000 : 45_000,
    })),
    { name: "background.js", path: "background.js", target: null },
  ];
  return Promise.all(
    files.map(async ({ name, path, target }) => ({
      name: `size of ${name}`,
      value: (await stat(join(build, path))).size,
      unit: "bytes",
      target,
      scenario: "production build for Chromium, minified, not compressed",
    })),
  );
}
