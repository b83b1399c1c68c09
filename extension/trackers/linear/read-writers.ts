import { ok, type Result } from "../../../shared/domain/result";
import { statement } from "../../../shared/domain/statement";
import { writersOfTexts } from "../../../shared/domain/statement-writers";
import type { WriteFailure } from "../../../shared/outbox/outbox-row";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { allPages } from "./all-pages";
import { askLinear } from "./ask-linear";
import { textsOfHistory } from "./document-texts";
import { valueOfPage } from "./page-sender";
import {
  documentHistories,
  type Histories,
  type HistoryEntry,
  type StatementPage,
  statementPages,
} from "./write-queries";

/** Histories carry every text, so that no more are asked for at once. */
const mostHistories = 20;

/**
 * Who wrote the statements of projects and issues, by Linear's own record: who made the document, who changed it last, and whoever
 * changed its text in between by the document history. An object without a statement has no writers.
 */
export async function readWriters(
  call: WriteCall,
  objects: readonly string[],
  signal: AbortSignal,
): Promise<Result<Map<string, string[]>, WriteFailure>> {
  const ids = [...new Set(objects)];
  const pages = await allPages(async (after) => {
    const read = await askLinear(call, statementPages, { projects: ids, issues: ids, after }, signal);
    return read.ok ? ok(read.value.documents) : read;
  });
  if (!pages.ok) return pages;
  const inForce = new Map<string, StatementPage>();
  // The newest of them is the one that holds.
  for (const it of pages.value) {
    const object = it.project?.id ?? it.issue?.id ?? "";
    if (!inForce.has(object)) inForce.set(object, it);
  }
  const writers = new Map(ids.map((id): [string, string[]] => [id, []]));
  const all = [...inForce];
  for (let at = 0; at < all.length; at += mostHistories) {
    const some = all.slice(at, at + mostHistories);
    const kept = some.flatMap(([, { documentContentId: it }]) => it ?? []);
    const read = await readHistories(call, kept, signal);
    if (!read.ok) return read;
    const histories = new Map(Object.entries(read.value));
    for (const [object, page] of some) {
      const history = histories.get(`h${kept.indexOf(page.documentContentId ?? "")}`)?.history ?? [];
      writers.set(object, writersOf(page, history));
    }
  }
  return ok(writers);
}

async function readHistories(
  call: WriteCall,
  documents: readonly string[],
  signal: AbortSignal,
): Promise<Result<Histories, WriteFailure>> {
  // GraphQL knows no empty question.
  if (documents.length === 0) return ok({});
  return askLinear(call, documentHistories(documents), {}, signal);
}

function writersOf(
  { content, creator, updatedBy }: StatementPage,
  history: readonly HistoryEntry[],
): string[] {
  const texts = textsOfHistory("statement", history).map(({ value, by }) => ({
    ...{ statement: statement.safeParse(value).data ?? null, by },
  }));
  // The history may lag behind the last round of editing, whose writer Linear names as well.
  const now = { statement: statement.safeParse(valueOfPage("statement", content ?? "")).data ?? null };
  return writersOfTexts([
    { statement: null, by: creator ? [creator.id] : [] },
    ...texts,
    { ...now, by: updatedBy ? [updatedBy.id] : [] },
  ]);
}
