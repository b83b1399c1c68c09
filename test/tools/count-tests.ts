import { z } from "zod";

export interface Tally {
  passed: number;
  failed: number;
}

/** What of vitest's JSON report (reporter "json", vitest 4) is needed to count. */
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.enum(["passed", "failed"]),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the tests of one vitest run. A file that failed outside its tests counts as one failure, and so does a run that ended
 * badly without saying which test failed. `json` null: the run wrote no report.
 */
export function countTests(json: string | null, exitCode: number | null): Tally {
  if (json === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = report.parse(JSON.parse(json));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + brokenFiles;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
