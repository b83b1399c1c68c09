import type { AlignmentPort } from "../port";
import { statementDraft } from "./open-statement";

/** Takes what somebody was writing from one object to another where nothing is written yet; else it stays where it is. */
export async function moveDraft(port: AlignmentPort, from: string, to: string): Promise<void> {
  const draft = statementDraft.safeParse(await port.readDraft(from, "statement")).data;
  if (draft === undefined || (await port.readDraft(to, "statement")) !== null) return;
  const there = await port.readPart(to, "statement");
  if (!there.ok || there.value.raw !== null) return;
  const base = { version: there.value.version, value: null };
  await port.keepDraft(to, "statement", { form: draft.form, base, after: null });
  await port.dropDraft(from, "statement");
}
