import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { followKnown } from "../follow-known";
import { pendingNow } from "../pending-now";
import type { AlignmentPort, Pending, TicketView } from "../port";
import type { KeptAct, Stage } from "./triage-shelf";
import { type Act, backOf, type Choice, emptyTriage, openOrphans, triage } from "./triage-state";
import { createTriageWriter, type Mark } from "./triage-writer";

/** Orphans, what was decided of them and how far that is, over a port. */
export function useTriage(port: AlignmentPort, today: string) {
  const [state, send] = useReducer(triage, emptyTriage);
  const [tickets, setTickets] = useState<readonly TicketView[] | null>(null);
  const [bets, setBets] = useState<readonly WorkItem[]>([]);
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);
  const resumed = useRef(false);
  /** What is listed, so that it is not looked at anew with every change. */
  const listed = useRef(new Set<string>());

  const writer = useMemo(
    () => createTriageWriter(port, (id, mark) => setMarks((all) => new Map(all).set(id, mark))),
    [port],
  );
  const attempt = useCallback((run: Promise<unknown>) => {
    setTrouble(null);
    run.catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)));
  }, []);

  /** Reads what is known: as a new list, or as more for the one that is there. */
  const list = useCallback(
    async (kind: "listed" | "found") => {
      const [known, knownBets, writes, kept] = await Promise.all([
        port.knownTickets(),
        port.knownBets(),
        pendingNow(port),
        resumed.current ? [] : writer.restore(),
      ]);
      const again = !resumed.current;
      resumed.current = true;
      const decided = new Set(writes.filter(isUnderWay).map(({ object }) => object));
      const acts = kept.map((it) => resumable(it, writes));
      const mine = new Set(
        acts.flatMap(({ act }) => (act.isPast ? [] : act.entries).map(({ object }) => object)),
      );
      const orphans = known
        .filter(({ alignment }) => alignment.kind === "orphan")
        .map(({ ticket }) => ticket.id)
        .filter((it) => kind === "listed" || !listed.current.has(it))
        .filter((it) => !decided.has(it) || mine.has(it));
      const order = await notDeferred(port, orphans, today);
      listed.current = new Set(kind === "listed" ? order : [...listed.current, ...order]);
      setTickets(known);
      setBets(knownBets);
      send({ kind, order });
      if (!again) return;
      for (const { act, stage } of acts) {
        send({ kind: "decided", act });
        if (stage === "writing") attempt(writer.write(act));
        if (stage === "undoing" || stage === "undone") send({ kind: "undone", id: act.id });
        if (stage === "undoing") attempt(writer.undo(act));
      }
    },
    [port, today, writer, attempt],
  );

  useEffect(() => {
    const open = new AbortController();
    const fail = (error: unknown) => attempt(Promise.reject(error));
    followKnown(port, () => list("found"), fail, open.signal);
    return () => open.abort();
  }, [port, list, attempt]);
  useEffect(() => {
    const open = new AbortController();
    port.watchPending((all) => setPending(new Map(all.map((it) => [it.id, it]))), open.signal);
    return () => open.abort();
  }, [port]);

  const byId = useMemo(() => new Map(tickets?.map((it) => [it.ticket.id, it])), [tickets]);

  /** Decides of orphans and moves on at once; the writing goes on behind. */
  function decide(objects: readonly string[], choice: Choice): void {
    if (objects.length === 0) return;
    const entries = objects.map((object) => ({
      object,
      key: byId.get(object)?.ticket.key ?? object,
      writeId: crypto.randomUUID(),
    }));
    const act: Act = { id: crypto.randomUUID(), choice, entries };
    send({ kind: "decided", act });
    attempt(writer.write(act));
  }
  function undo(act: Act | undefined): void {
    if (act === undefined) return;
    send({ kind: "undone", id: act.id });
    attempt(writer.undo(act));
  }
  /** Tries again what is stuck: what could not be prepared from the start, the rest by the host. */
  function tryAgain(act: Act): void {
    const unread = act.entries.filter(({ writeId }) => marks.get(writeId)?.state === "failed");
    const kept = act.entries.map(({ writeId }) => writeId).filter((id) => pending.has(id));
    const undone = state.undone.find((it) => backOf(it).id === act.id);
    if (undone !== undefined && unread.length > 0) attempt(writer.undo(undone));
    else if (unread.length > 0) attempt(writer.write(act, unread));
    if (kept.length > 0) attempt(port.retry(kept));
  }
  return {
    state,
    send,
    tickets,
    bets,
    marks,
    pending,
    trouble,
    byId,
    open: openOrphans(state),
    decide,
    undo,
    tryAgain,
    listAgain: () => attempt(list("listed")),
  };
}
export type Triage = ReturnType<typeof useTriage>;

/** Whether a write is one of those that triage makes. */
export const isDecision = ({ kind }: Pending): boolean =>
  kind === "parent" || kind === "lane" || kind === "deferral";

/** A decision of a panel that was closed. One that is all written, in the tracker too, hides nothing any more. */
const resumable = ({ act, stage }: KeptAct, writes: readonly Pending[]): { act: Act; stage: Stage } => {
  const ids = new Set(act.entries.map(({ writeId }) => writeId));
  return { act: { ...act, isPast: stage === "written" && !writes.some(({ id }) => ids.has(id)) }, stage };
};

const isUnderWay = (it: Pending): boolean =>
  isDecision(it) && (it.state === "waiting" || it.state === "sending");

/** Without those whose day, as kept in this browser, has not come. */
async function notDeferred(
  port: AlignmentPort,
  objects: readonly string[],
  today: string,
): Promise<string[]> {
  const until = await Promise.all(objects.map((object) => port.readDraft(object, "deferral")));
  return objects.filter((_, at) => {
    const day = until[at];
    return typeof day !== "string" || day <= today;
  });
}
