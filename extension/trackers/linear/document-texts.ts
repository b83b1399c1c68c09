import { ok, type Result } from "../../../shared/domain/result";
import { richTextMarkdown } from "../../../shared/domain/rich-text";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { PagePart } from "../../../shared/tracker/part-write";
import type { KeptText, WriteCall } from "../../../shared/tracker/write-port";
import { askLinear } from "./ask-linear";
import { readPages, valueOfPage } from "./page-sender";
import { documentHistories, type HistoryEntry } from "./write-queries";

/** The texts that the document of a part had, oldest first, as Linear's own document history keeps them. */
export async function readTexts(
  call: WriteCall,
  object: string,
  part: PagePart,
  signal: AbortSignal,
): Promise<Result<KeptText[], WriteFailure>> {
  const pages = await readPages(call, object, part, signal);
  if (!pages.ok) return pages;
  const id = pages.value.documents[0]?.documentContentId;
  if (!id) return ok([]);
  const read = await askLinear(call, documentHistories([id]), {}, signal);
  if (!read.ok) return read;
  return ok(textsOfHistory(part, read.value.h0?.history ?? []));
}

/** The texts of a document history, oldest first. */
export const textsOfHistory = (part: PagePart, history: readonly HistoryEntry[]): KeptText[] =>
  history
    .map(({ contentDataSnapshotAt, actorIds, contentData }): KeptText => {
      const page = richTextMarkdown(contentData);
      return {
        value: page === null ? null : valueOfPage(part, page),
        at: contentDataSnapshotAt,
        by: actorIds ?? [],
      };
    })
    .sort((a, b) => a.at.localeCompare(b.at));
