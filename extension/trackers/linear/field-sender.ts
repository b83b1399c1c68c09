import { z } from "zod";
import { type Lane, lane } from "../../../shared/domain/lane";
import { err, ok, type Result } from "../../../shared/domain/result";
import type { Versioned, WriteFailure } from "../../store/outbox-row";
import { type Sender, writeFailure } from "../../store/outbox-sender";
import { type PartName, parts } from "../part-write";
import type { WriteCall } from "../write-port";
import { askLinear } from "./ask-linear";
import { written } from "./page-sender";
import { createLabel, type IssueState, issueState, updateIssue } from "./write-queries";

export type FieldPart = Extract<PartName, "parent" | "lane" | "deferral">;

/** A field of an issue as it stands. It has no version but its value. */
export async function readField(
  call: WriteCall,
  issue: string,
  part: FieldPart,
  signal: AbortSignal,
): Promise<Result<Versioned, WriteFailure>> {
  const state = await askLinear(call, issueState, { issue }, signal);
  if (!state.ok) return state;
  const value = valueOfField(part, state.value);
  return ok({ version: value ?? "none", value });
}

function valueOfField(part: FieldPart, { issue }: IssueState): string | null {
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
    async look({ object, payload }, _since, signal) {
      const now = await readField(call, object, part, signal);
      if (!now.ok) return now;
      return ok({ applied: now.value.value === payload, now: now.value, between: null });
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
  const wanted = value === null ? ok(null) : await labelOf(call, lane.parse(value), state.value, signal);
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
  { issueLabels, groups }: IssueState,
  signal: AbortSignal,
): Promise<Result<string, WriteFailure>> {
  const found = issueLabels.find(({ name }) => name.toLowerCase() === wanted);
  if (found !== undefined) return ok(found.id);
  const create = async (input: object) => {
    const made = await askLinear(call, createLabel, { input }, signal);
    return made.ok ? ok(made.value.it.issueLabel.id) : made;
  };
  const group = groups[0] ? ok(groups[0].id) : await create({ name: "Lane", isGroup: true });
  return group.ok ? create({ name: wanted, parentId: group.value }) : group;
}
