import Button from "@atlaskit/button/new";
import type { WorkItem } from "../../domain/issue";
import { writeStatement } from "../../domain/markdown";
import { maySign } from "../../domain/may-sign";
import type { Statement } from "../../domain/statement";
import { blocks, lintStatement } from "../../domain/statement-lint";
import { KeyedLabel } from "../orphans/bet-choice";
import type { AlignmentPort, CommentToWrite } from "../port";
import { useSignOffs } from "../statement/use-sign-offs";
import { waitingSentence } from "../statement/waiting-sentence";
import type { Translate } from "../translate";
import { useKeys } from "../use-keys";
import { wordOf } from "../word-of";

interface SignProps {
  port: AlignmentPort;
  t: Translate;
  carrier: WorkItem;
  statement: Statement;
  busy: boolean;
  onFixed: () => Promise<void>;
}

/** Signing, where this person may, and asking those who may. */
export function SignFixes({ port, t, carrier, statement, busy, onFixed }: SignProps) {
  const signOffs = useSignOffs(port, t, carrier, statement, true);
  const { view, hash, comment } = signOffs;
  const isFinished = !blocks(lintStatement(statement, []));
  const open = view?.waiting?.functions ?? [];
  const isOwn = view?.isOwn === true;
  const mine =
    isFinished && !isOwn && view ? open.find(({ name }) => maySign(open, view.me, name)) : undefined;
  const isHeld = busy || signOffs.busy;
  const add = (value: CommentToWrite, done: string) =>
    void comment(value, done).then((isDone) => (isDone ? onFixed() : undefined));
  const sign = mine && (() => add({ act: "sign-off", function: mine.name, hash }, t("signOff_done")));
  const people = [...new Set(open.flatMap((it) => it.people))];
  const functions = open.map(({ name }) => name);
  const ask =
    open.length > 0 && isFinished
      ? () =>
          add({ act: "ask", hash, functions, people, page: writeStatement(statement) }, t("signOff_asked"))
      : undefined;
  useKeys({ s: isHeld ? undefined : sign, a: isHeld ? undefined : ask });

  return (
    <>
      {sign && (
        <Button appearance="primary" isDisabled={isHeld} onClick={sign}>
          <KeyedLabel of="S" label={t("signOff_sign", t(`function_${wordOf(mine.name)}`))} />
        </Button>
      )}
      {ask && (
        <Button isDisabled={isHeld} onClick={ask}>
          <KeyedLabel of="A" label={t("signOff_ask")} />
        </Button>
      )}
      <p className="gate-quiet gate-wide" role="status">
        {signOffs.said || (view?.waiting && waitingSentence(t, view.waiting, view.names))}
        {isOwn && open.length > 0 && ` ${t("signOff_notOwn")}`}
      </p>
    </>
  );
}
