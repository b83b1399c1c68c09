import { useEffect, useRef, useState } from "react";
import { failureText } from "../failure-text";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import type { EntryAsked, JudgedEntry } from "./gate-port";

/** One issue of the move, as it stands. */
export interface EntryRow extends JudgedEntry {
  /** It would have gone in at once, had it been moved alone. */
  wasAllowed: boolean;
  isIn: boolean;
}

/** What became of everything that the person moved. What is fixed goes in by itself; what was allowed waits for the person. */
export function useEntries(port: AlignmentPort, t: Translate, asked: readonly EntryAsked[], isIn: boolean) {
  const [rows, setRows] = useState<readonly EntryRow[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** As the last look left them, for looks that follow at once. */
  const latest = useRef<readonly EntryRow[] | null>(null);
  const show = (next: readonly EntryRow[]) => {
    latest.current = next;
    setRows(next);
  };
  async function attempt(act: () => Promise<string | null>): Promise<void> {
    setBusy(true);
    try {
      setTrouble(await act());
    } catch (error) {
      setTrouble(t("gate_failed", error instanceof Error ? error.message : String(error)));
    }
    setBusy(false);
  }
  async function enter(some: readonly EntryRow[]): Promise<string | null> {
    if (some.length === 0) return null;
    const entered = await port.enterSprints(some.map(({ issue, sprint }) => ({ issue, sprint })));
    if (!entered.ok) return t("gate_notIn", failureText(t, entered.error));
    const isThere = (it: EntryRow) =>
      entered.value.some(({ issue, sprint }) => issue === it.issue && sprint === it.sprint);
    show((latest.current ?? []).map((it) => (isThere(it) ? { ...it, isIn: true } : it)));
    return null;
  }
  const look = () =>
    attempt(async () => {
      const before = latest.current;
      const judged = await port.judgeEntries(asked);
      if (!judged.ok) return failureText(t, judged.error);
      const next = judged.value.map((it, at) => ({
        ...it,
        wasAllowed: before?.[at]?.wasAllowed ?? it.verdict.verdict !== "block",
        isIn: before?.[at]?.isIn ?? isIn,
      }));
      show(next);
      return enter(next.filter((it) => !it.isIn && !it.wasAllowed && it.verdict.verdict !== "block"));
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each move.
  useEffect(() => {
    void look();
  }, [port, asked]);

  return {
    rows,
    trouble,
    busy,
    look,
    /** Puts in what may go in and is not. */
    enterAllowed: () =>
      attempt(() => enter((latest.current ?? []).filter((it) => !it.isIn && it.verdict.verdict !== "block"))),
  };
}
