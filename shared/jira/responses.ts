import { z } from "zod";
import { policy } from "../domain/policy";
import { err, none, ok, type Result } from "../domain/result";
import type { Failure } from "../tracker/failure";
import { failure } from "../tracker/failure";
import type { Parsed } from "../tracker/tracker-api";
import { namesOf, readProperty, readWorkItem } from "./work-item";

const bulkFetch = z.object({ issues: z.array(z.unknown()) });

/** Reads a `bulkfetch` answer. An issue of the wrong shape costs only that issue. */
export function readIssues(json: unknown, origin: string): Result<Parsed, Failure> {
  const answer = bulkFetch.safeParse(json);
  if (!answer.success) return err(failure("malformed"));
  const parsed: Parsed = { items: [], malformed: [], policies: [] };
  for (const raw of answer.data.issues) {
    const item = readWorkItem(raw, origin);
    if (item !== null) parsed.items.push(item);
    else parsed.malformed.push(...namesOf(raw));
  }
  return ok(parsed);
}

/** Reads the project property with the gate's policy; null: there is none. */
export function readPolicyProperty(scope: string, json: unknown): Result<Parsed, Failure> {
  const property = z.object({ value: z.unknown() }).safeParse(json);
  const reading = property.success ? readProperty(policy, property.data.value) : none;
  return ok({ items: [], malformed: [], policies: [{ scope, policy: reading }] });
}
