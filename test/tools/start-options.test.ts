import { expect, it } from "vitest";
import { startOptions } from "./start-options";

const standard = { headless: false, withExtension: true, csv: null, issues: 120, port: 0 };

it.each([
  ["nothing", [], standard],
  ["--headless", ["--headless"], { ...standard, headless: true }],
  ["--without-extension", ["--without-extension"], { ...standard, withExtension: false }],
  ["--csv FILE", ["--csv", "my export.csv"], { ...standard, csv: "my export.csv" }],
  ["--issues N", ["--issues", "10000"], { ...standard, issues: 10_000 }],
  ["--port N", ["--port=8443"], { ...standard, port: 8443 }],
])("takes %s", (_, args, options) => {
  expect(startOptions(args)).toEqual({ ok: true, value: options });
});

it.each([
  [["--issues", "0"], /--issues takes a number from 1 to 10000, not "0"/],
  [["--issues", "10001"], /--issues/],
  [["--issues", "many"], /--issues/],
  [["--port", "65536"], /--port takes/],
  [["--csv"], /--csv/],
  [["--colour"], /--colour/],
  [["file.csv"], /file\.csv/],
])("refuses %j", (args, sentence) => {
  const read = startOptions(args);
  expect(read.ok ? "" : read.error).toMatch(sentence);
});
