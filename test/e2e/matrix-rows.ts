import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../tools/build-extension";

const path = join(projectRoot, ".output/reports/gate-matrix.json");

/** What became of a ticket on one way into a sprint. */
export interface MatrixRow {
  tracker: string;
  wayIn: string;
  mode: "off" | "observe" | "warn" | "block";
  /** Which ring spoke; none: nothing was asked, or nothing came in. */
  ring: "before" | "after" | "server" | "none";
  outcome: string;
  /** From the question, or from the request that brought it in, to the answer; on the server from the entry, by the test's clock. */
  ms: number;
}

/** Puts rows into the matrix in place of those that were measured the same way before, and keeps the others. */
export async function writeMatrixRows(
  rows: readonly MatrixRow[],
  isSame: (row: MatrixRow) => boolean,
): Promise<void> {
  const kept = await readFile(path, "utf8").then(
    (text) => JSON.parse(text) as MatrixRow[],
    () => [],
  );
  await mkdir(join(path, ".."), { recursive: true });
  const all = [...kept.filter((it) => !isSame(it)), ...rows];
  await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
}
