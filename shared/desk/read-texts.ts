import { ok, type Result } from "../domain/result";
import type { WriteFailure } from "../outbox/outbox-row";
import { type PagePart, parts } from "../tracker/part-write";
import type { WritePort } from "../tracker/write-port";
import type { KeptPage } from "../ui/port";

/** The texts that a page had, oldest first, with the names of who wrote them, as far as they may be seen. */
export async function readTexts<P extends PagePart>(
  port: WritePort,
  object: string,
  part: P,
  signal: AbortSignal,
): Promise<Result<KeptPage<P>[], WriteFailure>> {
  const texts = await port.readTexts(object, part, signal);
  if (!texts.ok) return texts;
  const people = [...new Set(texts.value.flatMap(({ by }) => by))];
  const names = people.length === 0 ? ok<Record<string, string>>({}) : await port.readNames(people, signal);
  return ok(
    texts.value.map(({ value, at, by }) => ({
      // The schema of a part is chosen by its name, which types cannot follow.
      value: (parts[part].safeParse(value).data ?? "unreadable") as never,
      at,
      by: names.ok ? by.flatMap((it) => names.value[it] ?? []) : [],
    })),
  );
}
