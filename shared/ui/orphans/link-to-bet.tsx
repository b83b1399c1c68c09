import "./orphans.css";
import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import type { Suggestion } from "../../domain/suggest-bets";
import { failureText } from "../failure-text";
import { followKnown } from "../follow-known";
import type { AlignmentPort, TicketView } from "../port";
import { moveDraft } from "../statement/move-draft";
import type { Translate } from "../translate";
import { BetChoice, nameOf } from "./bet-choice";

interface LinkProps {
  port: AlignmentPort;
  t: Translate;
  view: TicketView;
  /** The tracker has it: the ticket hangs below the object with this id now; null: below none. */
  onChanged: (parentId: string | null) => Promise<void>;
}

/** What was linked here, so that it can be taken back. */
interface Linked {
  bet: WorkItem;
  writeId: string;
  version: string;
}

/** Links a ticket that belongs to no bet, one press, and takes it back. Nothing where it belongs to one. */
export function LinkToBet({ port, t, view, onChanged }: LinkProps) {
  const { ticket } = view;
  const isOpen = isToLink(view);
  const { bets, suggestions } = useNearestBets(port, ticket.key, isOpen);
  const [linked, setLinked] = useState<Linked | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState("");

  async function attempt(act: () => Promise<boolean>): Promise<void> {
    setBusy(true);
    say(t("link_sending"));
    const isDone = await act().catch((error: unknown) => {
      say(t("link_failed", error instanceof Error ? error.message : String(error)));
      return false;
    });
    if (isDone) say("");
    setBusy(false);
  }
  async function write(id: string, to: string | null, version: string, from: unknown, after: string | null) {
    await port.write([
      { id, object: ticket.id, kind: "parent", value: to, base: { version, value: from }, after },
    ]);
    const isThere = await port.settled(id);
    if (!isThere) say(t("link_refused"));
    return isThere;
  }
  const link = (bet: WorkItem) =>
    attempt(async () => {
      const read = await port.readPart(ticket.id, "parent");
      if (!read.ok) throw new Error(failureText(t, read.error));
      const { version, raw } = read.value;
      const writeId = crypto.randomUUID();
      if (!(await write(writeId, bet.id, version, raw, null))) return false;
      setLinked({ bet, writeId, version });
      await moveDraft(port, ticket.id, bet.id);
      await onChanged(bet.id);
      return true;
    });
  const undo = ({ bet, writeId, version }: Linked) =>
    attempt(async () => {
      if (!(await write(`${writeId}-undo`, null, version, bet.id, writeId))) return false;
      setLinked(null);
      await moveDraft(port, bet.id, ticket.id);
      await onChanged(null);
      return true;
    });

  if (!isOpen && linked === null && said === "") return null;
  return (
    <section className="triage">
      {linked === null ? (
        isOpen && (
          <BetChoice t={t} bets={bets} suggestions={suggestions} onChoose={(it) => busy || void link(it)} />
        )
      ) : (
        <div className="triage-last">
          {t("triage_linked", ticket.key, nameOf(linked.bet))}
          <Button spacing="compact" isDisabled={busy} onClick={() => void undo(linked)}>
            {t("triage_undo")}
          </Button>
        </div>
      )}
      <p className="triage-quiet" role="status">
        {said}
      </p>
    </section>
  );
}

/** Whether a ticket belongs to no bet, and to no lane either. */
export const isToLink = ({ alignment }: TicketView): boolean =>
  alignment.kind === "orphan" && alignment.reasons.includes("no-parent");

/** The bets that are known, and of them those nearest to a ticket; null: still being looked for. */
export function useNearestBets(port: AlignmentPort, key: string, isWanted: boolean) {
  const [bets, setBets] = useState<readonly WorkItem[]>([]);
  const [suggestions, setSuggestions] = useState<readonly Suggestion[] | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const open = new AbortController();
    const look = async () => {
      const [known, nearest] = await Promise.all([port.knownBets(), port.suggestBets(key)]);
      if (open.signal.aborted) return;
      setBets(known);
      setSuggestions(nearest);
    };
    // What cannot be told now may be with the next change; until then every bet is still to be searched for.
    followKnown(port, look, () => setSuggestions([]), open.signal);
    return () => open.abort();
  }, [port, key, isWanted]);
  return { bets, suggestions };
}
