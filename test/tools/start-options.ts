import { parseArgs } from "node:util";
import { err, ok, type Result } from "../../shared/domain/result";

export interface StartOptions {
  headless: boolean;
  /** False: the app inside Jira alone. */
  withExtension: boolean;
  /** Path of a Jira CSV export that fills the Jira sandbox; null: the seed company. */
  csv: string | null;
  /** How many tickets the seed company has. */
  issues: number;
  /** 0: any free one. */
  port: number;
}

/** The options of `npm start`. Error: one sentence, what is wrong with them. */
export function startOptions(args: readonly string[]): Result<StartOptions, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const {
    headless = false,
    "without-extension": alone = false,
    csv = null,
    issues = "120",
    port = "0",
  } = parsed.value;
  if (!isWhole(issues, 1, 10_000)) return err(`--issues takes a number from 1 to 10000, not "${issues}".`);
  if (!isWhole(port, 0, 65_535)) return err(`--port takes a number from 0 to 65535, not "${port}".`);
  return ok({ headless, withExtension: !alone, csv, issues: Number(issues), port: Number(port) });
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        headless: { type: "boolean" },
        "without-extension": { type: "boolean" },
        csv: { type: "string" },
        issues: { type: "string" },
        port: { type: "string" },
      },
    });
    return ok(values);
  } catch (error) {
    // parseArgs throws a TypeError that names the option.
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
