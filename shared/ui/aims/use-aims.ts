import { useEffect, useState } from "react";
import { type Aim, aimList } from "../../domain/aim";
import { failureText } from "../failure-text";
import type { AimsNow, AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { usePending } from "../use-pending";

/** The aims that the bets of a scope may serve, as they stand with what is on its way, and how they are changed. */
export function useAims(port: AlignmentPort, t: Translate, scope: string) {
  const [now, setNow] = useState<AimsNow | null>(null);
  const [said, say] = useState("");
  const pending = usePending(port, scope, "aims");
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after a write, and when the person asks.
  useEffect(() => {
    let isCurrent = true;
    void port.readAims(scope).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setNow(read.value);
      else say(t("aims_unread", failureText(t, read.error)));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, scope, round]);

  const head = pending[0] ?? null;
  // What the person saved last is shown though it has not arrived.
  const mine = aimList.safeParse(head?.mine).data;
  function follow(id: string) {
    void port.settled(id).then((isDone) => {
      say(isDone ? t("aims_saved") : "");
      setRound((it) => it + 1);
    });
  }
  return {
    now,
    said,
    head,
    aims: mine?.map((it) => ({ ...it, url: null })) ?? now?.aims ?? [],
    again: () => setRound((it) => it + 1),
    async save(aims: readonly Aim[]) {
      const base = now?.base;
      if (!base) return;
      const id = crypto.randomUUID();
      say(t("statement_sending"));
      try {
        const after = pending.at(-1)?.id ?? null;
        await port.write([{ id, object: scope, kind: "aims", value: [...aims], base, after }]);
        follow(id);
      } catch (error) {
        say(t("statement_notSaved", error instanceof Error ? error.message : String(error)));
      }
    },
    /** Lets go what was not taken, the last first, so that nothing is sent that follows from what goes. */
    async discard() {
      for (const { id } of pending.toReversed()) await port.discard(id);
      say("");
      setRound((it) => it + 1);
    },
    async keepMine() {
      if (head === null || mine === undefined) return;
      await port.resolve(head.id, mine);
      follow(head.id);
    },
  };
}
