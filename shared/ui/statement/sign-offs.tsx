import Button from "@atlaskit/button/new";
import Lozenge from "@atlaskit/lozenge";
import { useCallback, useEffect, useState } from "react";
import { statementHash } from "../../domain/canonical";
import type { WorkItem } from "../../domain/issue";
import { writeStatement } from "../../domain/markdown";
import type { Policy } from "../../domain/policy";
import type { WaitingFunction } from "../../domain/sign-off-waiting";
import type { Statement } from "../../domain/statement";
import { failureText } from "../failure-text";
import type { AlignmentPort, CommentToWrite, SignOffView } from "../port";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";
import { commentOnce } from "./comment-once";
import { RefusedList } from "./refused-list";
import { waitingSentence } from "./waiting-sentence";

interface SignOffsProps {
  port: AlignmentPort;
  t: Translate;
  carrier: WorkItem;
  statement: Statement;
  policy: Policy;
  /** False: something that blocks is found in it, so that nobody is asked to sign it. */
  isFinished: boolean;
  /** False: it is on its way, and nobody could find it yet. */
  isWritten: boolean;
}

/** Who signed, by the comments in the tracker; whom it waits for; and one key for each thing that this person can do about it. */
export function SignOffs({ port, t, carrier, statement, policy, isFinished, isWritten }: SignOffsProps) {
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
    const evidence = part.ok ? await port.readSignOffs(carrier, statement, policy) : part;
    if (evidence.ok) setView(evidence.value);
    setTrouble(evidence.ok ? null : t("signOff_unread", failureText(t, evidence.error)));
    return evidence.ok ? evidence.value : null;
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text is one by its hash.
  const check = useCallback(async () => {
    setBusy(true);
    await read();
    setBusy(false);
  }, [port, carrier.id, hash, policy]);
  useEffect(() => {
    if (isWritten) void check();
  }, [check, isWritten]);

  async function comment(value: CommentToWrite, done: string) {
    setBusy(true);
    say(t("signOff_sending"));
    try {
      const written = await commentOnce(port, carrier.id, value, read);
      if (written === "unread") {
        say("");
        return setBusy(false);
      }
      const isDone = written === "done" || (await port.settled(written.id));
      say(isDone ? done : t("signOff_refused"));
    } catch (error) {
      // The host itself could not keep it, which no tracker is to blame for.
      say(t("signOff_notKept", error instanceof Error ? error.message : String(error)));
    }
    await check();
  }
  const waiting = view?.waiting?.functions ?? [];
  const ask = () =>
    comment(
      {
        act: "ask",
        hash,
        functions: waiting.map(({ name }) => name),
        people: [...new Set(waiting.flatMap(({ people }) => people))],
        page: writeStatement(statement),
      },
      t("signOff_asked"),
    );

  return (
    <div className="sign-offs">
      <h3>{t("signOff_title")}</h3>
      {view === null && (
        <div className="statement-buttons">
          <p role="status">{isWritten ? (trouble ?? t("signOff_checking")) : t("signOff_afterSave")}</p>
          {isWritten && trouble !== null && (
            <Button spacing="compact" isDisabled={busy} onClick={() => void check()}>
              {t("signOff_check")}
            </Button>
          )}
        </div>
      )}
      {view !== null && (
        <>
          <p>
            <Lozenge
              appearance={
                view.standing === "signed" ? "success" : view.standing === "stale" ? "moved" : "default"
              }
            >
              {t(`standing_${view.standing}`)}
            </Lozenge>
          </p>
          {view.waiting !== null && <p>{waitingSentence(t, view.waiting, view.names)}</p>}
          <ul>
            {view.functions.map(({ name, signedBy, refused }) => (
              <li key={name}>
                <div className="statement-buttons">
                  <span>
                    {signedBy === null
                      ? t("signOff_open", t(`function_${wordOf(name)}`))
                      : t(
                          "signOff_signedBy",
                          t(`function_${wordOf(name)}`),
                          signedBy.name,
                          dayOf(signedBy.at),
                        )}
                  </span>
                  {signedBy?.id === view.me && (
                    <Button
                      spacing="compact"
                      isDisabled={busy}
                      onClick={() =>
                        void comment({ act: "withdrawal", function: name }, t("signOff_withdrawn"))
                      }
                    >
                      {t("signOff_withdraw")}
                    </Button>
                  )}
                  {maySign(waiting, name, view.me) && isFinished && statement.author !== view.me && (
                    <Button
                      appearance="primary"
                      spacing="compact"
                      isDisabled={busy}
                      onClick={() =>
                        void comment({ act: "sign-off", function: name, hash }, t("signOff_done"))
                      }
                    >
                      {t("signOff_sign", t(`function_${wordOf(name)}`))}
                    </Button>
                  )}
                </div>
                <RefusedList t={t} refused={refused} />
              </li>
            ))}
          </ul>
          <RefusedList t={t} refused={view.unasked} />
          <RefusedList t={t} refused={view.refusedWithdrawals} isWithdrawal />
          {carrier.standingMirror === "signed" && view.standing !== "signed" && (
            <p className="statement-quiet">{t("signOff_noteDoesNotCount")}</p>
          )}
          {statement.author === view.me && policy.separationOfDuties && waiting.length > 0 && (
            <p className="statement-quiet">{t("signOff_notOwn")}</p>
          )}
          {waiting.length > 0 && !isFinished && <p className="statement-quiet">{t("signOff_unfinished")}</p>}
          <div className="statement-buttons">
            {waiting.length > 0 && isFinished && (
              <Button isDisabled={busy} onClick={() => void ask()}>
                {t("signOff_ask")}
              </Button>
            )}
            <Button appearance="subtle" isDisabled={busy} onClick={() => void check()}>
              {t("signOff_check")}
            </Button>
            <span className="statement-quiet">{t("signOff_checkedAt", timeOf(view.checkedAt))}</span>
          </div>
          <p className="statement-quiet" role="status">
            {trouble ?? said}
          </p>
        </>
      )}
    </div>
  );
}

const isStatement = (it: Statement | "unreadable" | null): it is Statement =>
  it !== null && it !== "unreadable";

const maySign = (waiting: readonly WaitingFunction[], name: string, me: string): boolean =>
  waiting.some((it) => it.name === name && (it.anyone || it.people.includes(me)));

const language = () => document.documentElement.lang || undefined;
const dayOf = (at: string) => new Date(at).toLocaleDateString(language(), { dateStyle: "medium" });
const timeOf = (at: string) => new Date(at).toLocaleTimeString(language(), { timeStyle: "short" });
