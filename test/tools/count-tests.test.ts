import { expect, it } from "vitest";
import { countTests } from "./count-tests";

const file = (status: "passed" | "failed", ...tests: string[]) => ({
  status,
  assertionResults: tests.map((it) => ({ status: it })),
});
const report = (...testResults: ReturnType<typeof file>[]) => {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  return JSON.stringify({ numPassedTests: count("passed"), numFailedTests: count("failed"), testResults });
};

it.each([
  ["all pass", report(file("passed", "passed", "passed")), 0, 2, 0],
  ["skipped tests are neither", report(file("passed", "passed", "skipped")), 0, 1, 0],
  ["one fails", report(file("failed", "passed", "failed"), file("passed", "passed")), 1, 2, 1],
  ["a file that cannot be read", report(file("failed"), file("passed", "passed")), 1, 1, 1],
  ["a hook that fails beside passing tests", report(file("failed", "passed")), 1, 1, 1],
  ["an error outside of all tests", report(file("passed", "passed")), 1, 1, 1],
  ["ended by a signal", report(file("passed", "passed")), null, 1, 1],
  ["no report at all", null, 1, 0, 1],
  ["no report though it ended well", null, 0, 0, 1],
])("%s", (_, json, exitCode, passed, failed) => {
  expect(countTests(json, exitCode)).toEqual({ passed, failed });
});
