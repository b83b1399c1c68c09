import { z } from "zod";
import { type Lane, lane } from "../../../shared/domain/lane";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { Versioned, WriteFailure } from "../../../shared/outbox/outbox-row";
import { type Sender, writeFailure } from "../../../shared/outbox/outbox-sender";
import { fieldSeen, fieldsSeen } from "../../../shared/tracker/field-seen";
import { inChunks } from "../../../shared/tracker/in-chunks";
import { type FieldPart, parts } from "../../../shared/tracker/part-write";
import type { WriteCall } from "../../../shared/tracker/write-port";
import { askLinear } from "./ask-linear";
import { written } from "./page-sender";
import {
  createLabel,
  fieldOfIssues,
  type IssueState,
  issueFields,
  issueState,
  updateIssue,
} from "./write-queries";

/** A field of an issue as it stands. It has no version but its value. */
export async function readField(
  call: WriteCall,
  issue: string,
  part: FieldPart,
  signal: AbortSignal,
): Promise<Result<Versioned, WriteFailure>> {
  const state = await askLinear(call, issueState, { issue }, signal);
  if (!state.ok) return state;
  return ok(fieldOf(part, state.value.issue));
}

/** So many cost about 1,300 of the 10,000 points that Linear allows one query. */
const mostIssues = 50;

/** One field of many issues as they stand, by issue. Linear leaves out whom it does not know and who may not be seen. */
export async function readFields(
  call: WriteCall,
  issues: readonly string[],
  part: FieldPart,
  signal: AbortSignal,
): Promise<Result<Map<string, Versioned>, WriteFailure>> {
  const fields = new Map<string, Versioned>();
  for (const some of inChunks(issues, mostIssues)) {
    const read = await askLinear(call, fieldOfIssues(part), { issues: some, first: some.length }, signal);
    if (!read.ok) return read;
    // Each issue is read by itself, so that a bad one costs only itself.
    for (const it of read.value.issues.flatMap((issue) => issueFields.safeParse(issue).data ?? []))
      fields.set(it.id, fieldOf(part, it));
  }
  return ok(fields);
}

function fieldOf(part: FieldPart, issue: IssueState["issue"]): Versioned {
  const value = valueOfField(part, issue);
  return { version: value ?? "none", value };
}

function valueOfField(part: FieldPart, issue: IssueState["issue"]): string | null {
  if (part === "parent") return issue.project?.id ?? null;
  if (part === "deferral") return issue.snoozedUntilAt?.slice(0, 10) ?? null;
  return laneLabels(issue.labels)[0]?.name.toLowerCase() ?? null;
}

const laneLabels = (labels: IssueState["issue"]["labels"]) =>
  labels.filter(
    (it) => it.parent?.name.toLowerCase() === "lane" && lane.safeParse(it.name.toLowerCase()).success,
  );

/** Writes Linear's own fields of an issue: its project, its label in the group "Lane", the day until which it is snoozed. */
export function fieldSender(call: WriteCall, part: FieldPart): Sender {
  return {
    async look(write, _since, signal) {
      const now = await readField(call, write.object, part, signal);
      return now.ok ? ok(fieldSeen(write, now.value)) : now;
    },
    async lookMany(writes, signal) {
      const objects = writes.map(({ object }) => object);
      const read = await readFields(call, objects, part, signal);
      return read.ok ? ok(fieldsSeen(writes, read.value)) : read;
    },
    async send({ object: id, payload }, signal) {
      const value = parts[part].safeParse(payload);
      if (!value.success) return err(writeFailure("rejected", z.prettifyError(value.error)));
      const input = await inputFor(call, part, id, value.data, signal);
      return input.ok
        ? written(await askLinear(call, updateIssue, { id, input: input.value }, signal))
        : input;
    },
  };
}

async function inputFor(
  call: WriteCall,
  part: FieldPart,
  issue: string,
  value: string | null,
  signal: AbortSignal,
): Promise<Result<object, WriteFailure>> {
  if (part === "parent") return ok({ projectId: value });
  if (part === "deferral") return ok({ snoozedUntilAt: value === null ? null : `${value}T00:00:00.000Z` });
  const state = await askLinear(call, issueState, { issue }, signal);
  if (!state.ok) return state;
  const wanted =
    value === null ? ok(null) : await labelOf(call, lane.parse(value), issue, state.value, signal);
  if (!wanted.ok) return wanted;
  const others = laneLabels(state.value.issue.labels).filter(({ id }) => id !== wanted.value);
  // What is added and removed leaves labels that somebody else puts on meanwhile alone.
  return ok({
    ...(wanted.value !== null && { addedLabelIds: [wanted.value] }),
    removedLabelIds: others.map(({ id }) => id),
  });
}

/** The label of a lane; made, with its group, where the workspace has none yet. */
async function labelOf(
  call: WriteCall,
  wanted: Lane,
  issue: string,
  { issueLabels, groups }: IssueState,
  signal: AbortSignal,
  /** The group and the label may each have been made by somebody else since they were looked for. */
  triesLeft = 2,
): Promise<Result<string, WriteFailure>> {
  const found = issueLabels.find(({ name }) => name.toLowerCase() === wanted);
  if (found !== undefined) return ok(found.id);
  const create = async (input: object) => {
    const made = await askLinear(call, createLabel, { input }, signal);
    return made.ok ? ok(made.value.it.issueLabel.id) : made;
  };
  const group = groups[0] ? ok(groups[0].id) : await create({ name: "Lane", isGroup: true });
  const made = group.ok ? await create({ name: wanted, parentId: group.value }) : group;
  if (made.ok || made.error.kind !== "rejected" || triesLeft === 0) return made;
  const state = await askLinear(call, issueState, { issue }, signal);
  return state.ok ? labelOf(call, wanted, issue, state.value, signal, triesLeft - 1) : state;
}
