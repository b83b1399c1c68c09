import { z } from "zod";
import { aim } from "./aim";
import { day, text } from "./text";

/** "We believe *lever* will move *metric* because *reason*". */
export const mechanism = z.object({ lever: text, metric: text, reason: text });
export type Mechanism = z.infer<typeof mechanism>;

export const signal = z.object({
  kind: z.enum(["proxy", "outcome"]),
  name: text,
  unit: text.nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  direction: z.enum(["up", "down"]),
});
export type Signal = z.infer<typeof signal>;

/** On `date` the bet is looked at; `rule` says when it continues. */
export const stageGate = z.object({ date: day, rule: text });
export type StageGate = z.infer<typeof stageGate>;

/** One service level indicator that must hold meanwhile. */
export const guardrail = z.object({ sli: text, threshold: text });
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
  owner: text.nullable(),
  cadence: text.nullable(),
  rightToWin: text.nullable(),
  risks: z.array(risk),
  assumptions: z.array(text),
  nonGoals: z.array(text),
});
export type Sheet = z.infer<typeof sheet>;
