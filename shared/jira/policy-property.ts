import { z } from "zod";
import { roomFor } from "../domain/limits";
import { type Policy, policy } from "../domain/policy";
import { none, ok, type Reading, type Result, unreadable, value } from "../domain/result";
import { instant } from "../domain/text";
import type { WriteFailure } from "../outbox/outbox-row";
import type { Sender } from "../outbox/outbox-sender";
import type { PolicyNow, WriteCall } from "../tracker/write-port";
import { projectPropertySender, readProjectProperty, setProjectProperty } from "./project-property";
import { readJson } from "./write-answer";
import { requests } from "./write-requests";
import { myself } from "./write-responses";

/** Jira keeps no earlier values of a property, so they are kept in one beside it, which only the same people can write. */
const change = z.object({ at: instant, by: z.string(), policy });
type Change = z.infer<typeof change>;

/** The policy of a project, and what it was, oldest first. */
export async function readPolicyNow(
  call: WriteCall,
  project: string,
  signal: AbortSignal,
): Promise<Result<PolicyNow, WriteFailure>> {
  const [now, otherwise, changes] = await Promise.all([
    readProjectProperty(call, project, "plumbline.policy", signal),
    readProjectProperty(call, project, "plumbline.policy-default", signal),
    readChanges(call, project, signal),
  ]);
  if (!now.ok) return now;
  if (!otherwise.ok) return otherwise;
  if (!changes.ok) return changes;
  return ok({
    base: now.value,
    reading: readingOf(now.value.value),
    otherwise: readingOf(otherwise.value.value || null),
    changes: changes.value.map(({ at, by, policy }) => ({ at, by: [by], policy })),
  });
}

function readingOf(raw: unknown): Reading<Policy> {
  if (raw === null) return none;
  const read = policy.safeParse(raw);
  return read.success ? value(read.data) : unreadable([{ line: 0, message: z.prettifyError(read.error) }]);
}

/** Writes it, and first who changed it and when: whoever reads the new one finds it there. */
export const policySender = (call: WriteCall, now: () => Date): Sender =>
  projectPropertySender(call, "plumbline.policy", policy, async (project, value, signal) => {
    const me = readJson(await call(requests.myself(), signal), myself);
    if (!me.ok) return me;
    const known = await readChanges(call, project, signal);
    if (!known.ok) return known;
    const added = { at: now().toISOString(), by: me.value.accountId, policy: value as Policy };
    const isNoted = JSON.stringify(known.value.at(-1)?.policy) === JSON.stringify(added.policy);
    const kept = isNoted ? known.value : [...known.value, added];
    while (roomFor("jira-property", JSON.stringify(kept)).state === "over") kept.shift();
    return setProjectProperty(call, project, "plumbline.policy-history", kept, signal);
  });

async function readChanges(
  call: WriteCall,
  project: string,
  signal: AbortSignal,
): Promise<Result<Change[], WriteFailure>> {
  const read = await readProjectProperty(call, project, "plumbline.policy-history", signal);
  if (!read.ok) return read;
  const all = z.array(z.unknown()).safeParse(read.value.value).data ?? [];
  return ok(all.flatMap((it) => change.safeParse(it).data ?? []));
}
