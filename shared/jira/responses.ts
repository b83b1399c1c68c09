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

const project = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });

/** Reads the gate's policy from the properties of a project: its own, or what the app says holds for projects without one; false: none. */
export function readProjectPolicy(scope: string, json: unknown): Result<Parsed, Failure> {
  const { data } = project.safeParse(json);
  if (data === undefined) return err(failure("malformed"));
  const raw = data.properties["plumbline.policy"] ?? (data.properties["plumbline.policy-default"] || null);
  const reading = raw === null ? none : readProperty(policy, raw);
  return ok({ items: [], malformed: [], policies: [{ scope, policy: reading }] });
}
