import { z } from "zod";
import { entryReasons } from "../../../shared/domain/entry";
import { keep, listKept } from "./kept";

const keptDays = 200;

/** What was found of one issue of a sprint that was started. */
const unready = z.object({
  id: z.string(),
  key: z.string(),
  reasons: z.array(z.enum(entryReasons)),
  did: z.enum(["put-back", "told", "left"]),
});
export type Unready = z.infer<typeof unready>;

/** One part of a look at a sprint that was started, of one project and one batch of its issues. */
const reportPart = z.object({
  sprint: z.string(),
  name: z.string(),
  /** When it was started, in milliseconds since 1970. */
  at: z.number(),
  /** The sweep that looks at it. */
  sweep: z.string(),
  batch: z.number(),
  looked: z.number(),
  notReady: z.array(unready),
});
export type ReportPart = z.infer<typeof reportPart>;

const prefixOf = (project: string) => `report:${project}:`;

/** Keeps a part under the key of its project; the same part again replaces it. */
export const keepReportPart = (project: string, it: ReportPart): Promise<void> =>
  keep(`${prefixOf(project)}${it.sprint}:${it.sweep}:${it.batch}`, it, keptDays);

export const readReportParts = async (project: string): Promise<ReportPart[]> =>
  (await listKept(prefixOf(project), reportPart)).map(({ value }) => value);
