import { z } from "zod";

const colorMode = z.enum(["light", "dark"]);

/** What a frame says to Jira's page. */
export const frameMessage = z.discriminatedUnion("forge", [
  z.object({ forge: z.literal("ready") }),
  z.object({ forge: z.literal("height"), height: z.number() }),
  z.object({ forge: z.literal("call"), id: z.number(), command: z.string(), data: z.unknown() }),
]);

/** And the page to a frame; `closed`: the dialog that its call `id` opened. */
export const hostMessage = z.discriminatedUnion("forge", [
  z.object({ forge: z.literal("theme"), colorMode }),
  z.object({
    forge: z.literal("answer"),
    id: z.number(),
    value: z.unknown(),
    error: z.string().optional(),
  }),
  z.object({ forge: z.literal("closed"), id: z.number(), payload: z.unknown() }),
]);
