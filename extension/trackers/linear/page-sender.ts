import { z } from "zod";
import { type Room, roomFor } from "../../../shared/domain/limits";
import { readSheet, readStatement, writeSheet, writeStatement } from "../../../shared/domain/markdown";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { Versioned, WriteFailure } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { type PagePart, parts } from "../../../shared/tracker/part-write";
import { isSame } from "../../../shared/tracker/stable-json";
import { textVersion } from "../../../shared/tracker/text-version";
import { tooLong } from "../../../shared/tracker/too-long";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { askLinear } from "./ask-linear";
import { createDocument, type Pages, pagesOf, updateDocument } from "./write-queries";

const titles = { statement: "Problem statement", sheet: "Alignment Sheet" } as const;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The documents of a part, the one that holds first. */
export const readPages = (call: WriteCall, object: string, part: PagePart, signal: AbortSignal) =>
  askLinear(call, pagesOf, { object, issue: object, title: titles[part] }, signal);

/** A page as it stands; what cannot be read as a statement or a sheet is shown as its text. */
export function pageNow(part: PagePart, document: Pages["documents"][number] | undefined): Versioned {
  const content = document?.content ?? null;
  const version = document === undefined ? "none" : `${document.id}:${textVersion(content)}`;
  return { version, value: content === null ? null : valueOfPage(part, content) };
}

/** What a page says; its text where it cannot be read, null where it is blank. */
export function valueOfPage(part: PagePart, content: string): unknown {
  const reading = part === "statement" ? readStatement(content) : readSheet(content);
  return reading.kind === "value" ? reading.value : reading.kind === "unreadable" ? content : null;
}

/** Writes a statement or a sheet as a document, whose earlier texts Linear's own document history keeps. */
export function pageSender(call: WriteCall, part: PagePart): Sender {
  return {
    async look(write, since, signal) {
      const pages = await readPages(call, write.object, part, signal);
      if (!pages.ok) return pages;
      const { documents } = pages.value;
      const now = pageNow(part, documents[0]);
      // Two people made the first one at the same time: the older is hidden below the newer.
      const other = since === "none" ? documents.find(({ id }, at) => at > 0 && id !== write.id) : undefined;
      const applied = isSame(now.value, write.payload);
      return ok({ applied, now, between: other === undefined ? null : pageNow(part, other) });
    },
    async send({ id, object, payload, base }, signal) {
      const content = pageOf(part, payload);
      if (!content.ok) return content;
      const room = roomFor("linear-document", content.value);
      if (room.state === "over") return err(tooLong(room));
      const pages = await readPages(call, object, part, signal);
      if (!pages.ok) return pages;
      const { documents, projects, issues } = pages.value;
      const [document] = documents;
      // Linear offers no compare-and-set, so this is the last moment to see that somebody wrote since the look; the next look tells what.
      if (base !== null && pageNow(part, document).version !== base.version)
        return err(writeFailure("unexpected", "Somebody else wrote this meanwhile."));
      if (document !== undefined) {
        const input = { content: content.value };
        return written(await askLinear(call, updateDocument, { id: document.id, input }, signal));
      }
      if (projects.length + issues.length === 0) return err(writeFailure("not-found"));
      const place = projects.length > 0 ? { projectId: object } : { issueId: object };
      const input = { title: titles[part], content: content.value, ...place, ...(uuid.test(id) && { id }) };
      return written(await askLinear(call, createDocument, { input }, signal));
    },
  };
}

/** The room that a page leaves; what is no statement or sheet takes none. */
export function roomOfPage(part: PagePart, value: unknown): Room {
  const content = pageOf(part, value);
  return roomFor("linear-document", content.ok ? content.value : "");
}

export const written = (result: Result<unknown, WriteFailure>): Result<void, WriteFailure> =>
  result.ok ? ok(undefined) : result;

function pageOf(part: PagePart, payload: unknown): Result<string, WriteFailure> {
  const refused = (error: z.ZodError) => err(writeFailure("rejected", z.prettifyError(error)));
  if (part === "statement") {
    const statement = parts.statement.safeParse(payload);
    return statement.success ? ok(writeStatement(statement.data)) : refused(statement.error);
  }
  const sheet = parts.sheet.safeParse(payload);
  return sheet.success ? ok(writeSheet(sheet.data)) : refused(sheet.error);
}
