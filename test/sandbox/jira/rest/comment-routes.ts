import { z } from "zod";
import { err, type Result } from "../../../../shared/domain/result";
import { type AdfNode, adfDocument, textToAdf } from "../adf";
import { addComment, deleteComment, editComment, findComment } from "../comments";
import { getIssue } from "../get-issue";
import type { JiraComment } from "../records";
import type { Refusal } from "../refusal";
import { commentJson } from "./issue-json";
import { offsetPage } from "./page";
import {
  type ApiCall,
  answer,
  apiVersionOf,
  json,
  noContent,
  numberParam,
  type Route,
  readBody,
} from "./route";

const path = "/rest/api/{apiVersion}/issue/{issueIdOrKey}/comment";
const issueOf = ({ params }: ApiCall) => params.issueIdOrKey ?? "";

async function bodyOf(call: ApiCall): Promise<Result<AdfNode, Refusal>> {
  const body = apiVersionOf(call) === 2 ? z.string().transform(textToAdf) : adfDocument;
  const read = await readBody(call, z.looseObject({ body: z.unknown() }));
  if (!read.ok) return read;
  const parsed = body.safeParse(read.value.body);
  if (parsed.success) return { ok: true, value: parsed.data };
  return err({ status: 400, errorMessages: [], errors: { comment: "Comment body is not valid!" } });
}

const show = (call: ApiCall, status: number, comment: JiraComment): Response =>
  answer(getIssue(call.site, call.by, issueOf(call)), (issue) =>
    json(status, commentJson(call.site, issue, comment, apiVersionOf(call))),
  );

/** Comments of an issue: page, read, add, edit, remove. */
export const commentRoutes: readonly Route[] = [
  {
    method: "GET",
    path,
    answer: (call) =>
      answer(getIssue(call.site, call.by, issueOf(call)), (issue) => {
        const oldestFirst = issue.comments.map((it) => commentJson(call.site, issue, it, apiVersionOf(call)));
        const all = call.url.searchParams.get("orderBy") === "-created" ? oldestFirst.reverse() : oldestFirst;
        const startAt = numberParam(call.url, "startAt", 0);
        const {
          values,
          isLast: _,
          ...paging
        } = offsetPage(all, startAt, numberParam(call.url, "maxResults", 100));
        return json(200, { ...paging, comments: values });
      }),
  },
  {
    method: "POST",
    path,
    async answer(call) {
      const body = await bodyOf(call);
      const added = body.ok ? addComment(call.site, call.by, issueOf(call), body.value) : body;
      return answer(added, (comment) => show(call, 201, comment));
    },
  },
  {
    method: "GET",
    path: `${path}/{id}`,
    answer: (call) =>
      answer(findComment(call.site, call.by, issueOf(call), call.params.id ?? ""), ({ comment }) =>
        show(call, 200, comment),
      ),
  },
  {
    method: "PUT",
    path: `${path}/{id}`,
    async answer(call) {
      const body = await bodyOf(call);
      const edited = body.ok
        ? editComment(call.site, call.by, issueOf(call), call.params.id ?? "", body.value)
        : body;
      return answer(edited, (comment) => show(call, 200, comment));
    },
  },
  {
    method: "DELETE",
    path: `${path}/{id}`,
    answer: (call) =>
      answer(deleteComment(call.site, call.by, issueOf(call), call.params.id ?? ""), noContent),
  },
];
