import { z } from "zod";

/** A GraphQL connection of which only the nodes are asked for. */
export const nodes = <T extends z.ZodType>(node: T) =>
  z.object({ nodes: z.array(node) }).transform((it) => it.nodes);

/** A document's text; null: the document is empty. */
export const page = z.object({ content: z.string().nullish() });

export const comment = z.object({
  body: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullish(),
  user: z.object({ id: z.string(), name: z.string(), app: z.boolean() }).nullish(),
  botActor: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
});
export type Comment = z.infer<typeof comment>;

export const project = z.object({
  id: z.string().min(1),
  name: z.string(),
  url: z.string(),
  status: z.object({ type: z.string() }),
  initiatives: nodes(z.object({ name: z.string(), description: z.string().nullish(), status: z.string() })),
  sheet: nodes(page),
  statement: nodes(page.extend({ comments: nodes(comment) })),
});
export type Project = z.infer<typeof project>;

export const issue = z.object({
  id: z.string().min(1),
  identifier: z.string().min(1),
  title: z.string(),
  url: z.string(),
  parent: z.object({ id: z.string() }).nullish(),
  labels: nodes(z.object({ name: z.string(), parent: z.object({ name: z.string() }).nullish() })),
  documents: nodes(page),
  project: project.nullish(),
});
export type Issue = z.infer<typeof issue>;

/** An answer to `issuesQuery`; each issue is read on its own, so that a bad one costs only itself. */
export const issuesAnswer = z.object({
  data: z.object({
    issues: nodes(z.unknown()),
    projects: nodes(z.object({ documents: nodes(page) })),
  }),
});

/** The errors of a GraphQL answer, with the code that says their kind. */
export const errorsAnswer = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().nullish(), type: z.string().nullish() }).nullish(),
      }),
    )
    .min(1),
});
