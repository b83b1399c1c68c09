import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../tools/build-extension";

/** Longer than any writing takes: a lock this old was left by a process that was ended. */
const lockLastsMs = 10_000;

/**
 * Puts one named part into the report `<folder>/<report>.json`, which is one object of such parts, and keeps all others,
 * whichever process writes them at the same time. Throws where what stands there is no JSON object.
 */
export async function writeReportPart(
  report: string,
  part: string,
  value: unknown,
  folder = join(projectRoot, ".output/reports"),
): Promise<void> {
  const path = join(folder, `${report}.json`);
  await mkdir(folder, { recursive: true });
  await whileLocked(`${path}.lock`, async () => {
    const parts = { ...(await partsIn(path)), [part]: value };
    // Whoever reads meanwhile sees the whole report, before or after.
    await writeFile(`${path}.new`, `${JSON.stringify(parts, null, 2)}\n`);
    await rename(`${path}.new`, path);
  });
}

async function partsIn(path: string): Promise<object> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  const parts: unknown = JSON.parse(text);
  if (typeof parts !== "object" || parts === null || Array.isArray(parts))
    throw new Error(`${path} holds no parts`);
  return parts;
}

/** A folder can be made by one process alone. */
async function whileLocked(lock: string, act: () => Promise<void>): Promise<void> {
  while (!(await made(lock))) {
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > lockLastsMs) await rm(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    await act();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

const made = (lock: string): Promise<boolean> =>
  mkdir(lock).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false;
      throw error;
    },
  );
