import { z } from "zod";
import { policy } from "../../../shared/domain/policy";
import { err, none, ok, type Result } from "../../../shared/domain/result";
import { namesOf, readProperty, readWorkItem } from "../../../shared/jira/work-item";
import type { Failure } from "../failure";
import { failure } from "../failure";
import type { Parsed } from "../tracker-api";

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
