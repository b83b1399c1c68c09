import { z } from "zod";

const id = z.string().min(1);

export const myself = z.object({ accountId: id });

export const issueParts = z.object({
  fields: z.object({ parent: z.object({ id }).nullish() }).default({}),
  properties: z.record(z.string(), z.unknown()).default({}),
});
export type IssueParts = z.infer<typeof issueParts>;

const user = z.object({
  accountId: id,
  displayName: z.string().default(""),
  accountType: z.string().default("unknown"),
});

export const peoplePage = z.object({ values: z.array(user) });

export const comment = z.object({
  id,
  /** Absent where the account is gone. */
  author: user.nullish(),
  updateAuthor: user.nullish(),
  body: z.unknown(),
  created: z.string(),
  updated: z.string(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
});
export type Comment = z.infer<typeof comment>;

export const commentPage = z.object({ total: z.number(), comments: z.array(comment) });
export const commentList = z.object({ values: z.array(comment) });

export const groupPage = z.object({
  isLast: z.boolean(),
  values: z.array(z.object({ accountId: id, active: z.boolean().default(true) })),
});

/** Addresses of roles by their names. */
export const roles = z.record(z.string(), z.string());

export const role = z.object({
  actors: z
    .array(
      z.object({
        actorUser: z.object({ accountId: id }).nullish(),
        actorGroup: z.object({ name: z.string() }).nullish(),
      }),
    )
    .default([]),
});
