import { ok, type Result } from "../../../shared/domain/result";
import type { WriteFailure } from "../../store/outbox-row";
import type { PagePart } from "../part-write";
import { richTextMarkdown } from "../rich-text";
import type { KeptText, WriteCall } from "../write-port";
import { askLinear } from "./ask-linear";
import { readPages, valueOfPage } from "./page-sender";
import { documentHistory } from "./write-queries";

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
  const read = await askLinear(call, documentHistory, { id }, signal);
  if (!read.ok) return read;
  const texts = read.value.documentContentHistory.history.map(
    ({ contentDataSnapshotAt, actorIds, contentData }): KeptText => {
      const page = richTextMarkdown(contentData);
      return {
        value: page === null ? null : valueOfPage(part, page),
        at: contentDataSnapshotAt,
        by: actorIds ?? [],
      };
    },
  );
  return ok(texts.sort((a, b) => a.at.localeCompare(b.at)));
}
