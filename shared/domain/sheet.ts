import { z } from "zod";
import { aim } from "./aim";
import { day, line, text } from "./text";

/** "We believe *lever* will move *metric* because *reason*". */
export const mechanism = z.object({ lever: line, metric: line, reason: line });
export type Mechanism = z.infer<typeof mechanism>;

/** A finite number; minus zero is zero, as in JSON. */
const amount = z.number().overwrite((it) => it + 0);

export const signal = z.object({
  kind: z.enum(["proxy", "outcome"]),
  name: line,
  unit: line.nullable(),
  baseline: amount.nullable(),
  target: amount.nullable(),
  direction: z.enum(["up", "down"]),
});
export type Signal = z.infer<typeof signal>;

/** On `date` the bet is looked at; `rule` says when it continues. */
export const stageGate = z.object({ date: day, rule: text });
export type StageGate = z.infer<typeof stageGate>;

/** One service level indicator that must hold meanwhile. */
export const guardrail = z.object({ sli: line, threshold: line });
export type Guardrail = z.infer<typeof guardrail>;

export const risk = z.object({ text, oneWayDoor: z.boolean() });
export type Risk = z.infer<typeof risk>;

export const sheetState = z.enum(["draft", "active", "changed", "stopped", "achieved"]);
export type SheetState = z.infer<typeof sheetState>;

/** The one-page Alignment Sheet of a bet. A draft may still lack any part, so every part can be absent. */
export const sheet = z.object({
  state: sheetState,
  version: z.int().min(1),
  aim: aim.nullable(),
  mechanism: mechanism.nullable(),
  signals: z.array(signal),
  stageGate: stageGate.nullable(),
  guardrail: guardrail.nullable(),
  owner: line.nullable(),
  cadence: line.nullable(),
  rightToWin: text.nullable(),
  risks: z.array(risk),
  assumptions: z.array(text),
  nonGoals: z.array(text),
});
export type Sheet = z.infer<typeof sheet>;
