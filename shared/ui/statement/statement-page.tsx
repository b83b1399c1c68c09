import Button from "@atlaskit/button/new";
import { useEffect, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { type LintField, lintFields } from "../../domain/lint-finding";
import { readStatement, writeStatement } from "../../domain/markdown";
import type { Statement } from "../../domain/statement";
import { formOfStatement, statementOfForm } from "../../domain/statement-form";
import { blocks, findingsIn, lintStatement } from "../../domain/statement-lint";
import type { AlignmentPort } from "../port";
import { RoomNote } from "../room-note";
import type { Translate } from "../translate";
import type { OpenedStatement } from "./open-statement";
import { SignOffs } from "./sign-offs";
import { StatementConflict } from "./statement-conflict";
import { fieldId, StatementField } from "./statement-field";
import { useStatementSaves } from "./use-statement-saves";

interface PageProps {
  port: AlignmentPort;
  t: Translate;
  carrier: WorkItem;
  opened: OpenedStatement;
  begins: boolean;
  onDone?: () => void;
}

/** The form of one statement, kept as a draft at every keystroke, with what a machine finds in it; below it who signed. */
export function StatementPage({ port, t, carrier, opened, begins, onDone }: PageProps) {
  const [form, setForm] = useState(opened.form);
  const [touched, setTouched] = useState<ReadonlySet<LintField>>(
    new Set(opened.saved === null && !opened.isDraft ? [] : lintFields),
  );
  /** What was saved stands in the tracker, and signatures are to be asked for. */
  const [asks, setAsks] = useState(false);
  const [said, say] = useState<string>(opened.isDraft ? t("statement_restored") : "");
  const saves = useStatementSaves(port, t, carrier.id, opened, say);
  const statement = statementOfForm(form, saves.saved?.author ?? null);
  const isChanged =
    saves.saved === null || JSON.stringify(formOfStatement(saves.saved)) !== JSON.stringify(form);
  const others = useOtherStatements(port, carrier.id);
  const room = port.room("statement", carrier.id, statement);
  // What stood already may be the one that others were copied from.
  const isNew = statement.problem !== opened.saved?.problem;
  const findings = lintStatement(statement, isNew ? others : []);

  useEffect(() => {
    if (begins) document.getElementById(fieldId(lintFields[0]))?.focus();
  }, [begins]);

  function save(thenAsks: boolean) {
    setTouched(new Set(lintFields));
    void saves.save(form, () => (thenAsks ? setAsks(true) : onDone?.()));
  }
  function type(next: typeof form) {
    setForm(next);
    say("");
    saves.keep(next).catch((error: unknown) => say(t("statement_notKept", String(error))));
  }
  function fill(text: string): boolean {
    const page = readStatement(text);
    // A page of Markdown fills the whole form, whichever field it was pasted into.
    if (page.kind !== "value") return false;
    type(formOfStatement(page.value));
    setTouched(new Set(lintFields));
    say(t("statement_filled"));
    return true;
  }
  async function copy(it: Statement) {
    await navigator.clipboard.writeText(writeStatement(it)).then(
      () => say(t("statement_copied")),
      () => say(t("statement_notCopied")),
    );
  }

  return (
    <>
      {saves.conflict !== null && (
        <StatementConflict
          t={t}
          conflict={saves.conflict}
          onResolve={(it) => saves.resolve(it).then((chosen) => setForm(formOfStatement(chosen)))}
        />
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        <p className="statement-quiet">{t("statement_template")}</p>
        {lintFields.map((field) => (
          <StatementField
            key={field}
            t={t}
            field={field}
            value={form[field]}
            findings={touched.has(field) ? findingsIn(findings, field) : []}
            onChange={(value) => type({ ...form, [field]: value })}
            onLeave={() => setTouched(new Set([...touched, field]))}
            onPastePage={fill}
          />
        ))}
        <RoomNote t={t} what="page" room={room} />
        <div className="statement-buttons">
          <Button
            type="submit"
            appearance="primary"
            isDisabled={!isChanged || saves.busy || room.state === "over"}
          >
            {t(blocks(findings) ? "statement_saveUnfinished" : "statement_save")}
          </Button>
          {isChanged && !blocks(findings) && (
            <Button isDisabled={saves.busy} onClick={() => save(true)}>
              {t("statement_saveAndAsk")}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => void copy(statement)}>
            {t("statement_copy")}
          </Button>
        </div>
        <p className="statement-quiet" role="status">
          {saves.waiting ?? said}
        </p>
      </form>
      {saves.saved !== null && (
        <SignOffs
          port={port}
          t={t}
          carrier={carrier}
          statement={saves.saved}
          isFinished={!blocks(lintStatement(saves.saved, []))}
          isWritten={saves.waiting === null}
          asksAtOnce={asks}
          onAsked={() => {
            setAsks(false);
            onDone?.();
          }}
        />
      )}
    </>
  );
}

/** What is known of other statements, to tell a copy by. */
function useOtherStatements(port: AlignmentPort, object: string): readonly Statement[] {
  const [others, setOthers] = useState<readonly Statement[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void port.knownStatements(object).then((it) => isCurrent && setOthers(it));
    return () => {
      isCurrent = false;
    };
  }, [port, object]);
  return others;
}
