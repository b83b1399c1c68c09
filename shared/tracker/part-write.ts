import { z } from "zod";
import { aimList } from "../domain/aim";
import { lane } from "../domain/lane";
import { policy } from "../domain/policy";
import { sheet } from "../domain/sheet";
import { statement } from "../domain/statement";
import { day } from "../domain/text";

/** The parts of an object that people write, each with the form of its value. A part is its own kind of write and slot. */
export const parts = {
  statement,
  sheet,
  lane: lane.nullable(),
  /** The day on which a ticket that was put off is looked at again. */
  deferral: day.nullable(),
  /** The lasting id of what it serves. */
  parent: z.string().min(1).nullable(),
  /** Of a project: the aims that its bets may serve. */
  aims: aimList,
  /** Of a project or team: the rules of its gate. */
  policy,
} as const;
export type PartName = keyof typeof parts;
/** What an issue or a bet has; aims and policies belong to what is above them. */
export type IssuePart = Exclude<PartName, "aims" | "policy">;

/** The parts that are a page of text, with a history. */
export type PagePart = Extract<PartName, "statement" | "sheet">;

/** The parts that are one field, of which many issues can be read in one call. */
export const fieldParts = ["parent", "lane", "deferral"] as const;
export type FieldPart = (typeof fieldParts)[number];
export const isField = (name: string): name is FieldPart => fieldParts.some((it) => it === name);

export const isPart = (name: string): name is PartName => Object.hasOwn(parts, name);
