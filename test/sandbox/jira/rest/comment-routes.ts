import { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import { type AdfNode, adfDocument, textToAdf } from "../adf";
import { addComment, deleteComment, editComment, findComment } from "../comments";
import { getIssue } from "../get-issue";
import { canSee } from "../permissions";
import { longestPropertyKey } from "../properties";
import type { JiraComment } from "../records";
import type { Refusal } from "../refusal";
import { commentJson } from "./issue-json";
import { offsetPage } from "./page";
import {
  type ApiCall,
  answer,
  apiVersionOf,
  json,
  listParam,
  noContent,
  numberParam,
  type Route,
  readBody,
} from "./route";

const path = "/rest/api/{apiVersion}/issue/{issueIdOrKey}/comment";
const issueOf = ({ params }: ApiCall) => params.issueIdOrKey ?? "";

const property = z.object({ key: z.string().min(1).max(longestPropertyKey), value: z.unknown() });
const sent = z.looseObject({ body: z.unknown(), properties: z.array(property).optional() });
const listed = z.object({ ids: z.array(z.number()).max(1000) });

interface Sent {
  body: AdfNode;
  properties: Map<string, unknown>;
}

async function bodyOf(call: ApiCall): Promise<Result<Sent, Refusal>> {
  const body = apiVersionOf(call) === 2 ? z.string().transform(textToAdf) : adfDocument;
  const read = await readBody(call, sent);
  if (!read.ok) return read;
  const parsed = body.safeParse(read.value.body);
  const { properties = [] } = read.value;
  if (parsed.success)
    return ok({ body: parsed.data, properties: new Map(properties.map((it) => [it.key, it.value])) });
  return err({ status: 400, errorMessages: [], errors: { comment: "Comment body is not valid!" } });
}

const show = (call: ApiCall, status: number, comment: JiraComment): Response =>
  answer(getIssue(call.site, call.by, issueOf(call)), (issue) =>
    json(status, commentJson(call.site, issue, comment, apiVersionOf(call))),
  );

/** Comments of an issue: page, read, add, edit, remove. */
export const commentRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/rest/api/{apiVersion}/comment/list",
    async answer(call) {
      const wanted = await readBody(call, listed);
      const withProperties = listParam(call.url, "expand")?.includes("properties") ?? false;
      return answer(wanted, ({ ids }) => {
        const found = [...call.site.issues.values()]
          .filter((issue) => canSee(call.site, call.by, issue))
          .flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
          .filter(({ comment }) => ids.includes(Number(comment.id)))
          .map(({ issue, comment }) =>
            commentJson(call.site, issue, comment, apiVersionOf(call), withProperties),
          );
        return json(200, offsetPage(found, 0, 1000));
      });
    },
  },
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
      const added = body.ok
        ? addComment(call.site, call.by, issueOf(call), body.value.body, body.value.properties)
        : body;
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
        ? editComment(call.site, call.by, issueOf(call), call.params.id ?? "", body.value.body)
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
