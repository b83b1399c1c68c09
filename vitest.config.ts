import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/e2e/**"],
          // Properties run thousands of cases; a busy machine must not fail them.
          testTimeout: 60_000,
          environment: "node",
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // What a page comes to show is waited for as long as a busy machine takes.
          expect: { poll: { timeout: 20_000 } },
          // On CI a real browser gets one more try; the report still names what needed it.
          retry: process.env.CI ? 1 : 0,
          fileParallelism: false,
          globalSetup: ["test/e2e/global-setup.ts"],
        },
      },
    ],
  },
});
