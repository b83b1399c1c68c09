import { z } from "zod";
import { sprintField } from "../../fields";
import type { WireIssue, WireSprint } from "../wire";

/** What the pages ask of each issue that they search for. */
export const searchedFields = [
  "summary",
  "issuetype",
  "status",
  "priority",
  "assignee",
  "duedate",
  "created",
  sprintField,
];

/** One issue as a search gives it to the pages. */
export interface FoundIssue
  extends Pick<
    WireIssue,
    "id" | "key" | "summary" | "typeName" | "status" | "priorityName" | "assignee" | "done" | "dueDate"
  > {
  /** The latest sprint that it was put into. */
  sprint: Pick<WireSprint, "id" | "name"> | null;
  /** UTC ISO time. */
  created: string;
}

/** One issue of `POST /rest/api/3/search/jql`. */
const found = z
  .object({
    id: z.string(),
    key: z.string(),
    fields: z.object({
      summary: z.string(),
      issuetype: z.object({ name: z.string() }),
      status: z.object({
        id: z.string(),
        name: z.string(),
        statusCategory: z.object({ key: z.enum(["new", "indeterminate", "done"]) }),
      }),
      priority: z.object({ name: z.string() }),
      assignee: z.object({ accountId: z.string(), displayName: z.string() }).nullable(),
      duedate: z.string().nullable(),
      created: z.string(),
      [sprintField]: z.array(z.object({ id: z.number(), name: z.string() })).nullable(),
    }),
  })
  .transform(({ id, key, fields: { issuetype, status, priority, ...fields } }): FoundIssue => {
    const category = status.statusCategory.key;
    return {
      id,
      key,
      summary: fields.summary,
      typeName: issuetype.name,
      status: { id: status.id, name: status.name, category },
      priorityName: priority.name,
      assignee: fields.assignee,
      done: category === "done",
      dueDate: fields.duedate,
      sprint: fields[sprintField]?.at(-1) ?? null,
      created: fields.created.replace("+0000", "Z"),
    };
  });

/** The answer of `POST /rest/api/3/search/jql`; the token is absent on the last page. */
export const searchAnswer = z.object({ issues: z.array(found), nextPageToken: z.string().optional() });
