import type { WorkItem } from "../../domain/issue";
import { ok, type Result } from "../../domain/result";
import type { Sheet } from "../../domain/sheet";
import type { Statement } from "../../domain/statement";
import { formOfStatement, type StatementForm, statementForm } from "../../domain/statement-form";
import type { AlignmentPort, PortFailure, TicketView } from "../port";

/** A statement as it is put before a person. */
export interface OpenedStatement {
  form: StatementForm;
  /** What stands in the tracker and is written over. */
  base: { version: string; value: unknown };
  /** Null: there is none, or none that can be read. */
  saved: Statement | null;
  isDraft: boolean;
}

/** What somebody was writing when they left, else the statement as it stands, else one begun from what is known. */
export async function openStatement(
  port: AlignmentPort,
  view: TicketView,
  carrier: WorkItem,
  selection: string,
): Promise<Result<OpenedStatement, PortFailure>> {
  const [kept, read] = await Promise.all([
    port.readDraft(carrier.id, "statement"),
    port.readPart(carrier.id, "statement"),
  ]);
  if (!read.ok) return read;
  const { version, value, raw } = read.value;
  const saved = value === "unreadable" ? null : value;
  const draft = kept === null ? undefined : statementForm.safeParse(kept).data;
  const form = draft ?? (saved === null ? begun(view, carrier, selection) : formOfStatement(saved));
  return ok({ form, base: { version, value: raw }, saved, isDraft: draft !== undefined });
}

function begun(view: TicketView, carrier: WorkItem, selection: string): StatementForm {
  const { sheet } = carrier.isBet ? carrier : (view.ancestors.find(({ isBet }) => isBet) ?? carrier);
  return {
    ...formOfStatement(null),
    problem: selection.trim(),
    successSignal: sheet.kind === "value" ? signalOf(sheet.value) : "",
  };
}

/** The bet's own proxy is what should move first. */
function signalOf({ signals, stageGate }: Sheet): string {
  const it = signals.find(({ kind }) => kind === "proxy") ?? signals[0];
  if (it === undefined) return "";
  const amount = (value: number | null) =>
    value === null ? "?" : it.unit ? `${value} ${it.unit}` : `${value}`;
  const range =
    it.baseline === null && it.target === null
      ? it.direction
      : `${it.direction} from ${amount(it.baseline)} to ${amount(it.target)}`;
  return `${it.name} ${range}${stageGate === null ? "" : ` by ${stageGate.date}`}`;
}
