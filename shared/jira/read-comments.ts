import { ok, type Result } from "../domain/result";
import type { Comment } from "./comment";

/** Jira counts pages by place, so a comment that goes while we read shifts the rest; then all is read again, so often. */
const tries = 3;

/** One page of an issue's comments, oldest first, from the place `startAt` on. */
export type AskComments<E> = (startAt: number) => Promise<Result<{ total: number; comments: Comment[] }, E>>;

/** Every comment of an issue, oldest first. Null: they changed each time while they were read, and half of them would be no evidence. */
export async function readComments<E>(ask: AskComments<E>): Promise<Result<Comment[] | null, E>> {
  for (let at = 0; at < tries; at += 1) {
    const all = await readPages(ask);
    if (!all.ok || all.value !== null) return all;
  }
  return ok(null);
}

/** Null: they changed meanwhile. */
async function readPages<E>(ask: AskComments<E>): Promise<Result<Comment[] | null, E>> {
  const all = new Map<string, Comment>();
  let total: number | null = null;
  for (let read = 0; total === null || read < total; ) {
    const page = await ask(read);
    if (!page.ok) return page;
    const { comments } = page.value;
    if (total !== null && total !== page.value.total) return ok(null);
    total = page.value.total;
    if (comments.length === 0 && read < total) return ok(null);
    for (const it of comments) all.set(it.id, it);
    read += comments.length;
  }
  return ok(all.size === total ? [...all.values()] : null);
}
