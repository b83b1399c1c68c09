import { useCallback, useEffect, useState } from "react";
import { statementHash } from "../../domain/canonical";
import type { WorkItem } from "../../domain/issue";
import type { Statement } from "../../domain/statement";
import { failureText } from "../failure-text";
import type { AlignmentPort, CommentToWrite, SignOffView } from "../port";
import type { Translate } from "../translate";
import { commentOnce } from "./comment-once";

/** Reads who signed a statement once it `isWritten`, and adds the comments that ask, sign and withdraw. */
export function useSignOffs(
  port: AlignmentPort,
  t: Translate,
  carrier: WorkItem,
  statement: Statement,
  isWritten: boolean,
) {
  const [view, setView] = useState<SignOffView | null>(null);
  const [said, say] = useState("");
  /** Why the last check gave nothing; gone with the next that does. */
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const hash = statementHash(statement);

  /** The evidence; null where the text shown is not the one in the tracker: nobody asks for another or signs it. */
  async function read(): Promise<SignOffView | null> {
    const part = await port.readPart(carrier.id, "statement");
    if (part.ok && (!isStatement(part.value.value) || statementHash(part.value.value) !== hash)) {
      setView(null);
      setTrouble(t("signOff_changed"));
      return null;
    }
    const evidence = part.ok ? await port.readSignOffs(carrier, statement) : part;
    if (evidence.ok) setView(evidence.value);
    setTrouble(evidence.ok ? null : t("signOff_unread", failureText(t, evidence.error)));
    return evidence.ok ? evidence.value : null;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is one by its hash.
  const check = useCallback(async () => {
    setBusy(true);
    const evidence = await read();
    setBusy(false);
    return evidence;
  }, [port, carrier.id, hash]);
  useEffect(() => {
    if (isWritten) void check();
  }, [check, isWritten]);

  /** Adds a comment, and says `done` once the tracker has it and what stands there was read again. True: the tracker has it. */
  async function comment(value: CommentToWrite, done: string): Promise<boolean> {
    let isDone = false;
    let then: string;
    setBusy(true);
    say(t("signOff_sending"));
    try {
      const written = await commentOnce(port, carrier.id, value, read);
      if (written === "unread" || written === "may-not") {
        say(written === "unread" ? "" : t("signOff_mayNot"));
        setBusy(false);
        return false;
      }
      isDone = written === "done" || (await port.settled(written.id));
      then = isDone ? done : t("signOff_refused");
    } catch (error) {
      // The host itself could not keep it, which no tracker is to blame for.
      then = t("signOff_notKept", error instanceof Error ? error.message : String(error));
    }
    await check();
    say(then);
    return isDone;
  }

  return { view, hash, busy, check, comment, said: trouble ?? said, trouble };
}

const isStatement = (it: Statement | "unreadable" | null): it is Statement =>
  it !== null && it !== "unreadable";
