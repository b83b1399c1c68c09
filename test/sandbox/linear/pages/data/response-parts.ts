import { z } from "zod";

/** Another entity, by id. */
export const reference = z.object({ id: z.string() }).nullable();

/** A connection of which only the entities are asked for. */
export const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });
