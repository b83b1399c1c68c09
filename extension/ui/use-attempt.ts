import { useState } from "react";
import type { Translate } from "../../shared/ui/translate";
import type { Note } from "./message";

/** Runs what a person asked for, one thing at a time, and says what came of it; what it throws is said too. */
export function useAttempt(t: Translate): {
  note: Note | null;
  busy: boolean;
  /** `act` gives what there is to say; null: nothing. */
  attempt: (act: () => Promise<Note | null>) => Promise<void>;
  say: (note: Note | null) => void;
} {
  const [note, say] = useState<Note | null>(null);
  const [busy, setBusy] = useState(false);
  async function attempt(act: () => Promise<Note | null>): Promise<void> {
    setBusy(true);
    say(
      await act().catch((error: unknown) => ({
        kind: "error" as const,
        text: t("optionsFailed", error instanceof Error ? error.message : String(error)),
      })),
    );
    setBusy(false);
  }
  return { note, busy, attempt, say };
}
