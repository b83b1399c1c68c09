import { useEffect, useRef, useState } from "react";
import { statementHash } from "../../domain/canonical";
import { type Statement, statement as statementSchema } from "../../domain/statement";
import { formOfStatement, type StatementForm, statementOfForm } from "../../domain/statement-form";
import { failureText } from "../failure-text";
import type { AlignmentPort, Pending } from "../port";
import type { Translate } from "../translate";
import type { OpenedStatement } from "./open-statement";

/** Somebody else saved the same statement. */
export interface StatementClash {
  /** Null: what stands is none that can be read. */
  theirs: Statement | null;
  /** What stands, whatever it is; null: nothing. */
  raw: unknown;
  mine: Statement;
  /** What ours came over before somebody came over ours, of which this is the only copy; null: nothing. */
  covered: unknown;
}

const read = (value: unknown): Statement | null => statementSchema.safeParse(value).data ?? null;

/** Saves a statement through the host, and says what becomes of it. */
export function useStatementSaves(
  port: AlignmentPort,
  t: Translate,
  object: string,
  opened: OpenedStatement,
  say: (text: string) => void,
) {
  const [saved, setSaved] = useState(opened.saved);
  const [busy, setBusy] = useState(false);
  const [pending, setPending] = useState<Pending | null>(null);
  const after = useRef(opened.after);
  const latest = useRef(opened.form);

  useEffect(() => {
    const lifetime = new AbortController();
    port.watchPending((all) => {
      const mine = all.filter((it) => it.object === object && it.kind === "statement");
      // Only the oldest is tried; what the person wrote last is its `mine`.
      const [head] = mine;
      setPending(head ?? null);
      const written = read(head?.mine);
      if (written !== null) setSaved(written);
    }, lifetime.signal);
    return () => lifetime.abort();
  }, [port, object]);

  // Asked for before it is needed, so that a save is kept also where the tracker is out of reach by then.
  useEffect(() => void port.readMe(), [port]);

  async function attempt(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    await act().catch((error: unknown) => say(t("statement_notSaved", String(error))));
    setBusy(false);
  }
  const follow = (id: string, form?: StatementForm, then?: () => void) =>
    void port.settled(id).then((isDone) => {
      if (!isDone) return;
      say(t("statement_saved"));
      // Whoever wrote on is not done.
      if (latest.current === form) then?.();
    });

  return {
    saved,
    busy,
    /** Keeps what is being written. */
    async keep(form: StatementForm): Promise<void> {
      latest.current = form;
      await port.keepDraft(object, "statement", { form, base: opened.base, after: after.current });
    },
    /** What stops it from being there; null: it is there. */
    waiting: pending === null || pending.state === "conflict" ? null : waitingText(t, pending),
    conflict: pending?.state === "conflict" ? clashOf(pending) : null,
    /** `then` once it stands in the tracker, unless the person wrote on. */
    save: (form: StatementForm, then?: () => void) =>
      attempt(async () => {
        const me = await port.readMe();
        if (!me.ok) return say(t("statement_notSaved", failureText(t, me.error)));
        const typed = statementOfForm(form, me.value);
        // Who only mends white space does not become the author, or the author could sign their own text.
        const isSame = saved !== null && statementHash(saved) === statementHash(typed);
        const next = isSame ? { ...typed, author: saved.author } : typed;
        const id = crypto.randomUUID();
        const { base } = opened;
        await port.write([{ id, object, kind: "statement", value: next, base, after: after.current }]);
        after.current = id;
        // What was typed meanwhile is on top of this save.
        if (latest.current === form) await port.dropDraft(object, "statement");
        else await port.keepDraft(object, "statement", { form: latest.current, base, after: id });
        setSaved(next);
        follow(id, form, then);
      }),
    /** What shall stand instead of theirs and mine. */
    async resolve(chosen: Statement): Promise<Statement> {
      if (pending !== null)
        await attempt(async () => {
          await port.resolve(pending.id, chosen);
          after.current = pending.id;
          latest.current = formOfStatement(chosen);
          await port.dropDraft(object, "statement");
          setSaved(chosen);
          follow(pending.id);
        });
      return chosen;
    },
  };
}

function waitingText(t: Translate, { failure, retryAt }: Pending): string {
  if (failure === null) return t("statement_sending");
  const why = failureText(t, failure);
  return retryAt === null ? t("statement_refused", why) : t("statement_waits", why);
}

function clashOf({ conflict, mine }: Pending): StatementClash | null {
  const written = read(mine);
  if (conflict === null || written === null) return null;
  const { theirs: raw, covered } = conflict;
  return { theirs: read(raw), raw, mine: written, covered };
}
