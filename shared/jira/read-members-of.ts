import type { RequiredFunction } from "../domain/policy";
import { err, ok, type Result } from "../domain/result";
import type { Members } from "../domain/signers";
import type { WriteFailure } from "../outbox/outbox-row";
import type { WriteCall } from "../tracker/write-port";
import { readMembers as readAll } from "./read-members";
import { readJson } from "./write-answer";

/** Who belongs to the groups and the project's roles that functions name. A name that may not be read or is gone is left out. */
export const readMembersOf = (
  call: WriteCall,
  project: string,
  functions: readonly RequiredFunction[],
  signal: AbortSignal,
): Promise<Result<Members, WriteFailure>> =>
  readAll(
    async (path, schema) =>
      mayBeHidden(readJson(await call({ method: "GET", path, body: null, asked: [] }, signal), schema)),
    project,
    functions,
  );

/** Null: Jira does not let this person see it, or there is none. */
function mayBeHidden<T>(result: Result<T, WriteFailure>): Result<T | null, WriteFailure> {
  if (result.ok) return result;
  const { kind } = result.error;
  // A permission of an app that is gone is no word that Jira understands.
  const isUnknown = kind === "forbidden" || kind === "not-found" || kind === "rejected";
  return isUnknown ? ok(null) : err(result.error);
}
