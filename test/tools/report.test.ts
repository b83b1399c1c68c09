import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeReportPart } from "../e2e/report";

const newFolder = () => mkdtemp(join(tmpdir(), "report-"));
const reportIn = async (folder: string) => JSON.parse(await readFile(join(folder, "capture.json"), "utf8"));

it("keeps every part, however many write at the same time, and leaves nothing else behind", async () => {
  const folder = await newFolder();
  const names = Array.from({ length: 20 }, (_, at) => `part ${at}`);
  await Promise.all(names.map((name, at) => writeReportPart("capture", name, { at }, folder)));
  expect(await reportIn(folder)).toEqual(Object.fromEntries(names.map((name, at) => [name, { at }])));
  expect(await readdir(folder)).toEqual(["capture.json"]);
});

it("replaces the part of an earlier run and no other", async () => {
  const folder = await newFolder();
  await writeReportPart("capture", "lint", 1, folder);
  await writeReportPart("capture", "attacks", 2, folder);
  await writeReportPart("capture", "lint", 3, folder);
  expect(await reportIn(folder)).toEqual({ lint: 3, attacks: 2 });
});

it("writes over no file that is no report", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "capture.json"), "[1]");
  await expect(writeReportPart("capture", "lint", 1, folder)).rejects.toThrow("holds no parts");
  expect(await reportIn(folder)).toEqual([1]);
});
