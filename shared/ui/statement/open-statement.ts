import { z } from "zod";
import type { WorkItem } from "../../domain/issue";
import { lintEvidence } from "../../domain/lint-evidence";
import { ok, type Result } from "../../domain/result";
import type { Sheet } from "../../domain/sheet";
import type { Statement } from "../../domain/statement";
import { formOfStatement, type StatementForm, statementForm } from "../../domain/statement-form";
import type { AlignmentPort, PortFailure, TicketView } from "../port";

/** What somebody was writing, with what they saw when they began: whoever saved meanwhile is not written over unseen. */
export const statementDraft = z.object({
  form: statementForm,
  base: z.object({ version: z.string(), value: z.unknown() }),
  /** The id of their own earlier save, on top of which they wrote; null: none. */
  after: z.string().nullable(),
});
export type StatementDraft = z.infer<typeof statementDraft>;

/** A statement as it is put before a person. */
export interface OpenedStatement extends StatementDraft {
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
  const draft = statementDraft.safeParse(kept).data;
  if (draft !== undefined) return ok({ ...draft, saved, isDraft: true });
  const form = saved === null ? begun(view, carrier, selection) : formOfStatement(saved);
  return ok({ form, base: { version, value: raw }, after: null, saved, isDraft: false });
}

/** Out of what was marked, else the summary of a ticket that stands for itself; and out of the sheet of its bet. */
function begun(view: TicketView, carrier: WorkItem, selection: string): StatementForm {
  const bet = carrier.isBet ? carrier : view.ancestors.find(({ isBet }) => isBet);
  const sheet = bet?.sheet.kind === "value" ? bet.sheet.value : null;
  return {
    ...formOfStatement(null),
    problem: selection.trim() || (bet === undefined ? carrier.title : ""),
    evidence: sheet === null ? "" : evidenceOf(sheet),
    successSignal: sheet === null ? "" : signalOf(sheet),
  };
}

/** Why the bet is believed, where that is more than a belief. */
function evidenceOf({ mechanism }: Sheet): string {
  const reason = mechanism?.reason.trim() ?? "";
  return reason !== "" && lintEvidence([reason]).length === 0 ? reason : "";
}

/** The bet's own proxy is what should move first. */
function signalOf({ signals, stageGate }: Sheet): string {
  const it = signals.find(({ kind }) => kind === "proxy") ?? signals[0];
  if (it === undefined) return "";
  const amount = (value: number | null) =>
    value === null ? "?" : it.unit ? `${value} ${it.unit}` : `${value}`;
  const isBlank = it.baseline === null && it.target === null;
  const range = isBlank ? "" : ` from ${amount(it.baseline)} to ${amount(it.target)}`;
  return `${it.name} ${it.direction}${range}${stageGate === null ? "" : ` by ${stageGate.date}`}`;
}
