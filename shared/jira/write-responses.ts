import { z } from "zod";
import { comment, user } from "./comment";

const id = z.string().min(1);

export const myself = z.object({ accountId: id });

export const issueParts = z.object({
  fields: z.object({ parent: z.object({ id }).nullish() }).default({}),
  properties: z.record(z.string(), z.unknown()).default({}),
});
export type IssueParts = z.infer<typeof issueParts>;

export const peoplePage = z.object({ values: z.array(user) });
export const people = z.array(user);

export const commentList = z.object({ values: z.array(comment) });
