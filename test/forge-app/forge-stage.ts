import { vi } from "vitest";
import type { Policy } from "../../shared/domain/policy";
import type { Company } from "../sandbox/company/company";
import type { PlatformOptions } from "../sandbox/forge/platform";
import { openStage } from "./open-stage";

const start = Date.UTC(2026, 10, 16, 9);

/** The app's code anew, as a cold start loads it. */
export const loadApp = async (): Promise<Record<string, unknown>> => {
  vi.resetModules();
  return { ...(await import("../../forge-app/src/index")) };
};
let warm: Promise<Record<string, unknown>> | null = null;
/** The app's code, loaded once for a whole file: what it keeps between invocations would show. */
const loadWarm = (): Promise<Record<string, unknown>> => {
  warm ??= loadApp();
  return warm;
};

/** A small company's site with the app installed, at the hour in which its policy was written. `Date` is the test's until it ends. */
export async function forgeStage(
  policy: Partial<Policy> = { mode: "block" },
  options: Partial<PlatformOptions> = {},
  company: Partial<Company> = {},
) {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  const clock = { now: () => Date.now(), moveTo: (ms: number) => void vi.setSystemTime(ms) };
  return openStage({ clock, load: loadWarm }, policy, options, company);
}
