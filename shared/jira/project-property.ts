import { z } from "zod";
import { roomFor } from "../domain/limits";
import { err, ok, type Result } from "../domain/result";
import type { Versioned, WriteFailure } from "../outbox/outbox-row";
import { type Sender, writeFailure } from "../outbox/outbox-sender";
import { isSame, stableJson } from "../tracker/stable-json";
import { textVersion } from "../tracker/text-version";
import { tooLong } from "../tracker/too-long";
import type { WriteCall } from "../tracker/write-port";
import { readJson, readWritten } from "./write-answer";
import { type ProjectProperty, requests } from "./write-requests";

const property = z.object({ value: z.unknown() });

/** What is shared in a property of a project, as it stands; 404: nobody has written any. */
export async function readProjectProperty(
  call: WriteCall,
  project: string,
  key: ProjectProperty,
  signal: AbortSignal,
): Promise<Result<Versioned, WriteFailure>> {
  const answer = await call(requests.projectProperty(project, key), signal);
  if (answer.status === 404) return ok({ version: textVersion(null), value: null });
  const read = readJson(answer, property);
  if (!read.ok) return read;
  return ok({ version: textVersion(stableJson(read.value.value)), value: read.value.value });
}

/** Writes a property of a project. Only who administers it may; Jira says so to others. */
export async function setProjectProperty(
  call: WriteCall,
  project: string,
  key: ProjectProperty,
  value: unknown,
  signal: AbortSignal,
): Promise<Result<void, WriteFailure>> {
  const room = roomFor("jira-property", JSON.stringify(value));
  if (room.state === "over") return err(tooLong(room));
  return readWritten(await call(requests.setProjectProperty(project, key, value), signal));
}

/** Sends what is shared in a property of a project; `before` is done first, for example to note who changed it. */
export const projectPropertySender = (
  call: WriteCall,
  key: ProjectProperty,
  schema: z.ZodType,
  before: (
    project: string,
    value: unknown,
    signal: AbortSignal,
  ) => Promise<Result<void, WriteFailure>> = async () => ok(undefined),
): Sender => ({
  async look({ object, payload }, _since, signal) {
    const now = await readProjectProperty(call, object, key, signal);
    return now.ok ? ok({ applied: isSame(now.value.value, payload), now: now.value, between: null }) : now;
  },
  async send({ object, payload }, signal) {
    const value = schema.safeParse(payload);
    if (!value.success) return err(writeFailure("rejected", z.prettifyError(value.error)));
    const done = await before(object, value.data, signal);
    return done.ok ? setProjectProperty(call, object, key, value.data, signal) : done;
  },
});
