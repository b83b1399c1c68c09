import { z } from "zod";
import { err, ok, type Result } from "../domain/result";
import type { Versioned, Write, WriteFailure } from "../outbox/outbox-row";
import { type Sender, writeFailure } from "../outbox/outbox-sender";
import { fieldsSeen } from "../tracker/field-seen";
import { inChunks } from "../tracker/in-chunks";
import { type FieldPart, type IssuePart, isField, type PagePart, parts } from "../tracker/part-write";
import { isSame, stableJson } from "../tracker/stable-json";
import { textVersion } from "../tracker/text-version";
import { tooLong } from "../tracker/too-long";
import type { WriteCall } from "../tracker/write-port";
import { roomOfEntry, withEntry, writtenSince } from "./history";
import { historyKey, readHistory } from "./kept-history";
import { writtenPropertyKeys } from "./property-keys";
import { readJson, readWritten } from "./write-answer";
import { requests } from "./write-requests";
import { type IssueParts, issueParts, myself } from "./write-responses";

/** What a page that others can write too holds beside its value: which write it is. */
const marked = z.looseObject({ revision: z.string() });

const isPage = (part: IssuePart): part is PagePart => part === "statement" || part === "sheet";

/** A part of an issue as it stands, whoever wrote it. */
export async function readPart(
  call: WriteCall,
  issue: string,
  part: IssuePart,
  signal: AbortSignal,
): Promise<Result<Versioned & { issue: IssueParts; raw: unknown }, WriteFailure>> {
  const read = readJson(await call(requests.issue(issue), signal), issueParts);
  return read.ok ? ok({ ...partIn(read.value, part), issue: read.value }) : read;
}

/** A part in what was read of its issue. */
function partIn(issue: IssueParts, part: IssuePart): Versioned & { raw: unknown } {
  const raw = rawOf(issue, part);
  return { version: textVersion(raw === null ? null : stableJson(raw)), value: readRaw(part, raw), raw };
}

/** Jira's own limit of one `bulkfetch` (platform specification, 2026-05). */
const mostIssues = 100;

/** One field of many issues as they stand, by issue. Jira leaves out whom it does not know and who may not be seen. */
export async function readFields(
  call: WriteCall,
  issues: readonly string[],
  part: FieldPart,
  signal: AbortSignal,
): Promise<Result<Map<string, Versioned>, WriteFailure>> {
  const fields = new Map<string, Versioned>();
  const keys = part === "parent" ? [] : [writtenPropertyKeys[part]];
  for (const some of inChunks(issues, mostIssues)) {
    const read = readJson(await call(requests.properties(some, keys), signal), fetched);
    if (!read.ok) return read;
    for (const it of read.value.issues.flatMap((issue) => fetchedIssue.safeParse(issue).data ?? [])) {
      const { version, value } = partIn(it, part);
      fields.set(it.id, { version, value });
    }
  }
  return ok(fields);
}

/** Each issue is read by itself, so that a bad one costs only itself. */
const fetched = z.object({ issues: z.array(z.unknown()) });
const fetchedIssue = issueParts.extend({ id: z.string().min(1) });

const rawOf = ({ fields, properties }: IssueParts, part: IssuePart): unknown =>
  (part === "parent" ? fields.parent?.id : properties[writtenPropertyKeys[part]]) ?? null;

/** What cannot be read is shown as it stands. */
const readRaw = (part: IssuePart, raw: unknown): unknown => {
  const read = (
    part === "deferral" ? z.object({ until: parts.deferral }).transform((it) => it.until) : parts[part]
  ).safeParse(raw);
  return read.success ? read.data : raw;
};

/** Writes one part of Jira issues. A statement and a sheet carry the id of their write, and their writer's history beside them. */
export function partSender(call: WriteCall, part: IssuePart, now: () => Date): Sender {
  return {
    async look(write, since, signal) {
      const read = await readPart(call, write.object, part, signal);
      if (!read.ok) return read;
      const { version, value, issue, raw } = read.value;
      const isOurs = !isPage(part) || marked.safeParse(raw).data?.revision === write.id;
      const between =
        since && isPage(part) ? writtenSince(readHistory(issue.properties), part, since, write.id) : null;
      return ok({ applied: isOurs && isSame(value, write.payload), now: { version, value }, between });
    },
    async send(write, signal) {
      const value = parts[part].safeParse(write.payload);
      if (!value.success) return err(writeFailure("rejected", z.prettifyError(value.error)));
      if (isPage(part)) return sendPage(call, part, { ...write, payload: value.data }, now(), signal);
      if (part === "parent") {
        const parent = parts.parent.parse(value.data);
        return readWritten(await call(requests.setParent(write.object, parent), signal));
      }
      const stored = part === "deferral" && value.data !== null ? { until: value.data } : value.data;
      return setProperty(call, write.object, writtenPropertyKeys[part], stored, signal);
    },
    ...(isField(part) && {
      async lookMany(writes, signal) {
        const objects = writes.map(({ object }) => object);
        const read = await readFields(call, objects, part, signal);
        return read.ok ? ok(fieldsSeen(writes, read.value)) : read;
      },
    }),
  };
}

async function sendPage(
  call: WriteCall,
  part: PagePart,
  { id, object, payload, base }: Write,
  now: Date,
  signal: AbortSignal,
): Promise<Result<void, WriteFailure>> {
  const me = readJson(await call(requests.myself(), signal), myself);
  if (!me.ok) return me;
  const read = readJson(await call(requests.issue(object), signal), issueParts);
  if (!read.ok) return read;
  const stored = { ...z.record(z.string(), z.unknown()).parse(payload), revision: id };
  const key = historyKey(me.value.accountId);
  const version = textVersion(stableJson(stored));
  const entry = {
    ...{ part, revision: id, version, value: payload },
    ...{ over: base?.version ?? null, at: now.toISOString() },
  };
  const history = withEntry(read.value.properties[key], entry);
  if (history === null) return err(tooLong(roomOfEntry(entry)));
  // First the history: whoever comes over this text finds it there.
  const noted = await setProperty(call, object, key, history, signal);
  return noted.ok ? setProperty(call, object, writtenPropertyKeys[part], stored, signal) : noted;
}

async function setProperty(
  call: WriteCall,
  issue: string,
  key: string,
  value: unknown,
  signal: AbortSignal,
): Promise<Result<void, WriteFailure>> {
  if (value !== null) return readWritten(await call(requests.setProperty(issue, key, value), signal));
  const deleted = readWritten(await call(requests.deleteProperty(issue, key), signal));
  // Also 404 where the issue is gone; then the look that follows says so.
  return !deleted.ok && deleted.error.kind === "not-found" ? ok(undefined) : deleted;
}
