import { z } from "zod";
import { ok, type Result } from "../../../../shared/domain/result";
import { can } from "../permissions";
import type { JiraSprint } from "../records";
import { type Refusal, refuse } from "../refusal";
import { updateSprint } from "../sprints";
import { sprintJson } from "./board-json";
import { type ApiCall, answer, json, type Route, readBody } from "./route";

const agile = "/rest/agile/1.0";
const sprintPatch = z.looseObject({
  name: z.string().optional(),
  goal: z.string().optional(),
  state: z.enum(["active", "future", "closed"]).optional(),
  startDate: z.coerce
    .date()
    .transform((it) => it.toISOString())
    .optional(),
  endDate: z.coerce
    .date()
    .transform((it) => it.toISOString())
    .optional(),
});

/** A sprint that this person may see. */
export function sprintOf({ site, by, params }: ApiCall): Result<JiraSprint, Refusal> {
  const sprint = site.sprints.find((it) => String(it.id) === params.sprintId);
  return sprint !== undefined && can(site, by, "BROWSE_PROJECTS")
    ? ok(sprint)
    : refuse(404, "Sprint does not exist.");
}

/** Reading, changing, starting and completing a sprint. */
export const sprintRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${agile}/sprint/{sprintId}`,
    answer: (call) => answer(sprintOf(call), (sprint) => json(200, sprintJson(call.site, sprint))),
  },
  ...(["POST", "PUT"] as const).map(
    (method): Route => ({
      method,
      path: `${agile}/sprint/{sprintId}`,
      async answer(call) {
        const patch = await readBody(call, sprintPatch);
        const updated = patch.ok
          ? updateSprint(call.site, call.by, Number(call.params.sprintId), patch.value)
          : patch;
        return answer(updated, (sprint) => json(200, sprintJson(call.site, sprint)));
      },
    }),
  ),
];
