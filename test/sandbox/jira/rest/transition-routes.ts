import { z } from "zod";
import { getIssue } from "../get-issue";
import { validatedTransition } from "../transition-issue";
import { transitionsOf } from "../workflow";
import { answer, json, noContent, type Route, readBody, refusal } from "./route";
import { statusJson } from "./value-json";

const transitioning = z.looseObject({ transition: z.looseObject({ id: z.coerce.string() }) });
const path = "/rest/api/{apiVersion}/issue/{issueIdOrKey}/transitions";

/** What can be done next with an issue, and doing it. */
export const transitionRoutes: readonly Route[] = [
  {
    method: "GET",
    path,
    answer: (call) =>
      answer(getIssue(call.site, call.by, call.params.issueIdOrKey ?? ""), (issue) =>
        json(200, {
          expand: "transitions",
          transitions: transitionsOf(issue).map(({ id, name, to }) => ({
            id,
            name,
            to: statusJson(call.site, to),
            hasScreen: false,
            isGlobal: true,
            isInitial: false,
            isAvailable: true,
            isConditional: false,
            isLooped: false,
          })),
        }),
      ),
  },
  {
    method: "POST",
    path,
    async answer(call) {
      const wanted = await readBody(call, transitioning);
      if (!wanted.ok) return refusal(wanted.error);
      const { site, by, params } = call;
      return answer(
        await validatedTransition(site, by, params.issueIdOrKey ?? "", wanted.value.transition.id),
        noContent,
      );
    },
  },
];
