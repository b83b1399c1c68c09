import { err, ok, type Result } from "./result";

/** `JSON.parse` with the failure as a value; the error is the engine's own sentence. */
export function parseJson(json: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(json));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
