import Button from "@atlaskit/button/new";
import Lozenge from "@atlaskit/lozenge";
import { useEffect } from "react";
import type { WorkItem } from "../../domain/issue";
import { writeStatement } from "../../domain/markdown";
import { maySign } from "../../domain/may-sign";
import type { Statement } from "../../domain/statement";
import { timeOf } from "../local-time";
import type { AlignmentPort, CommentToWrite, SignOffView } from "../port";
import { RoomNote } from "../room-note";
import type { Translate } from "../translate";
import { ChangedNote } from "./changed-note";
import { FunctionSignOff } from "./function-sign-off";
import { RefusedList } from "./refused-list";
import { useSignOffs } from "./use-sign-offs";
import { waitingSentence } from "./waiting-sentence";

interface SignOffsProps {
  port: AlignmentPort;
  t: Translate;
  carrier: WorkItem;
  statement: Statement;
  /** False: something that blocks is found in it, so that nobody is asked to sign it. */
  isFinished: boolean;
  /** False: it is on its way, and nobody could find it yet. */
  isWritten: boolean;
  /** Asks for signatures by itself, once it is known whose are missing. Default: no. */
  asksAtOnce?: boolean;
  /** What was asked for at once stands in the tracker, or nobody is left to ask. */
  onAsked?: () => void;
}

/** Who signed, by the comments in the tracker; whom it waits for; and one key for each thing that this person can do about it. */
export function SignOffs(props: SignOffsProps) {
  const { port, t, carrier, statement, isFinished, isWritten, asksAtOnce = false, onAsked } = props;
  const signOffs = useSignOffs(port, t, carrier, statement, isWritten);
  const { view, hash, busy, check, comment, trouble } = signOffs;
  const askOf = (it: SignOffView): CommentToWrite => {
    const open = it.waiting?.functions ?? [];
    const functions = open.map(({ name }) => name);
    const people = [...new Set(open.flatMap((one) => one.people))];
    return { act: "ask", hash, functions, people, page: writeStatement(statement) };
  };
  async function askAtOnce(): Promise<void> {
    const it = await check();
    if (it === null) return;
    if (it.waiting === null || (await comment(askOf(it), t("signOff_asked")))) onAsked?.();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is wanted.
  useEffect(() => {
    if (asksAtOnce) void askAtOnce();
  }, [asksAtOnce]);
  const recheck = (
    <Button appearance="subtle" spacing="compact" isDisabled={busy} onClick={() => void check()}>
      {t("signOff_check")}
    </Button>
  );
  if (view === null)
    return (
      <div className="sign-offs">
        <h3>{t("signOff_title")}</h3>
        <div className="statement-buttons">
          <p role="status">{isWritten ? (trouble ?? t("signOff_checking")) : t("signOff_afterSave")}</p>
          {isWritten && trouble !== null && recheck}
        </div>
      </div>
    );

  const waiting = view.waiting?.functions ?? [];
  const ask = askOf(view);
  const room = port.room("comment", carrier.id, ask);
  return (
    <div className="sign-offs">
      <h3>{t("signOff_title")}</h3>
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
      {view.changed !== null && <ChangedNote t={t} changed={view.changed} me={view.me} />}
      <ul>
        {view.functions.map((it) => (
          <FunctionSignOff
            key={it.name}
            t={t}
            standing={it}
            me={view.me}
            busy={busy}
            maySign={maySign(waiting, view.me, it.name) && isFinished && !view.isOwn}
            onSign={() => void comment({ act: "sign-off", function: it.name, hash }, t("signOff_done"))}
            onWithdraw={() => void comment({ act: "withdrawal", function: it.name }, t("signOff_withdrawn"))}
          />
        ))}
      </ul>
      <RefusedList t={t} refused={view.unasked} />
      <RefusedList t={t} refused={view.refusedWithdrawals} isWithdrawal />
      {carrier.standingMirror === "signed" && view.standing !== "signed" && (
        <p className="statement-quiet">{t("signOff_noteDoesNotCount")}</p>
      )}
      {view.isOwn && waiting.length > 0 && <p className="statement-quiet">{t("signOff_notOwn")}</p>}
      {waiting.length > 0 && !isFinished && <p className="statement-quiet">{t("signOff_unfinished")}</p>}
      {waiting.length > 0 && <RoomNote t={t} what="comment" room={room} />}
      <div className="statement-buttons">
        {waiting.length > 0 && isFinished && (
          <Button
            isDisabled={busy || room.state === "over"}
            onClick={() => void comment(ask, t("signOff_asked"))}
          >
            {t("signOff_ask")}
          </Button>
        )}
        {recheck}
        <span className="statement-quiet">{t("signOff_checkedAt", timeOf(view.checkedAt))}</span>
      </div>
      <p className="statement-quiet" role="status">
        {signOffs.said}
      </p>
    </div>
  );
}
