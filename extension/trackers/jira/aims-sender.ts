import { z } from "zod";
import { aimList } from "../../../shared/domain/aim";
import { roomFor } from "../../../shared/domain/limits";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { Versioned, WriteFailure } from "../../store/outbox-row";
import { type Sender, writeFailure } from "../../store/outbox-sender";
import { isSame, stableJson } from "../stable-json";
import { textVersion } from "../text-version";
import { tooLong } from "../too-long";
import type { WriteCall } from "../write-port";
import { readJson, readWritten } from "./write-answer";
import { requests } from "./write-requests";

const property = z.object({ value: z.unknown() });

/** The shared aims of a project as they stand in its property; 404: nobody has written any. */
export async function readAims(
  call: WriteCall,
  project: string,
  signal: AbortSignal,
): Promise<Result<Versioned, WriteFailure>> {
  const answer = await call(requests.aims(project), signal);
  if (answer.status === 404) return ok({ version: textVersion(null), value: null });
  const read = readJson(answer, property);
  if (!read.ok) return read;
  return ok({ version: textVersion(stableJson(read.value.value)), value: read.value.value });
}

/** Writes the shared aims of a project. Only who administers it may; Jira says so to others. */
export const aimsSender = (call: WriteCall): Sender => ({
  async look({ object, payload }, _since, signal) {
    const now = await readAims(call, object, signal);
    return now.ok ? ok({ applied: isSame(now.value.value, payload), now: now.value, between: null }) : now;
  },
  async send({ object, payload }, signal) {
    const aims = aimList.safeParse(payload);
    if (!aims.success) return err(writeFailure("rejected", z.prettifyError(aims.error)));
    const room = roomFor("jira-property", JSON.stringify(aims.data));
    if (room.state === "over") return err(tooLong(room));
    return readWritten(await call(requests.setAims(object, aims.data), signal));
  },
});
