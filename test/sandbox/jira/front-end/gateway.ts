import { z } from "zod";
import { err, ok, type Result } from "../../../../shared/domain/result";
import { editIssue } from "../edit-issue";
import { sprintField } from "../fields";
import type { Navigation } from "../pages/wire";
import { can } from "../permissions";
import type { JiraUser } from "../records";
import { type Refusal, refuse } from "../refusal";
import type { JiraSite } from "../site";
import { validatedTransition } from "../transition-issue";
import { transitions } from "../workflow";
import { issueViewOf } from "./issue-view-data";
import { timelineDataOf } from "./timeline-data";
import { wirePerson, wireSprint } from "./wire-issue";

const body = z.object({ variables: z.record(z.string(), z.unknown()) });
const issueViewVariables = z.object({ issueKey: z.string() });
const timelineVariables = z.object({ boardId: z.number() });
const transitionVariables = z.object({ input: z.object({ issueKey: z.string(), toStatusId: z.string() }) });

const sprintVariables = z.object({
  input: z.object({
    issueId: z.string().regex(/^ari:cloud:jira:[^:]*:issue\/\d+$/),
    sprintId: z
      .string()
      .regex(/^ari:cloud:jira:[^:]*:sprint\/\d+$/)
      .nullable(),
  }),
});
const numberIn = (ari: string): string => ari.slice(ari.lastIndexOf("/") + 1);

type Outcome = Result<unknown, Refusal>;
type Operation = (site: JiraSite, user: JiraUser, variables: unknown) => Outcome | Promise<Outcome>;

const operations: Record<string, Operation> = {
  navigationQuery: (site, user) => ok(navigationOf(site, user)),
  issueViewQuery(site, user, variables) {
    const wanted = issueViewVariables.safeParse(variables);
    if (!wanted.success) return refuse(400, z.prettifyError(wanted.error));
    return ok({ issue: issueViewOf(site, user, wanted.data.issueKey) });
  },
  timelineQuery(site, user, variables) {
    const wanted = timelineVariables.safeParse(variables);
    if (!wanted.success) return refuse(400, z.prettifyError(wanted.error));
    const board = site.boards.find((it) => it.id === wanted.data.boardId);
    if (!board || !can(site, user, "BROWSE_PROJECTS")) return refuse(404, "The board does not exist.");
    return ok(timelineDataOf(site, board, user));
  },
  sprintFieldOptionsQuery(site, user) {
    const open = site.sprints.filter(({ state }) => state !== "closed");
    return ok({ sprints: can(site, user, "BROWSE_PROJECTS") ? open.map(wireSprint) : [] });
  },
  issueFieldSprint_updateSprintMutation(site, user, variables) {
    const wanted = sprintVariables.safeParse(variables);
    if (!wanted.success) return refuse(400, z.prettifyError(wanted.error));
    const { issueId, sprintId } = wanted.data.input;
    const fields = { [sprintField]: sprintId === null ? null : Number(numberIn(sprintId)) };
    const done = editIssue(site, user, numberIn(issueId), { fields });
    return done.ok ? ok({ updateSprint: { success: true } }) : err(done.error);
  },
  async boardCardTransitionMutation(site, user, variables) {
    const wanted = transitionVariables.safeParse(variables);
    if (!wanted.success) return refuse(400, z.prettifyError(wanted.error));
    const { issueKey, toStatusId } = wanted.data.input;
    const transition = transitions.find((it) => it.to.id === toStatusId);
    if (!transition) return refuse(400, `No transition leads to status ${toStatusId}.`);
    const done = await validatedTransition(site, user, issueKey, transition.id);
    return done.ok ? ok({ transitionIssue: { success: true } }) : err(done.error);
  },
};

function navigationOf(site: JiraSite, user: JiraUser): Navigation {
  const projects = can(site, user, "BROWSE_PROJECTS") ? site.projects : [];
  return {
    user: {
      ...wirePerson(user),
      isAdmin: can(site, user, "ADMINISTER"),
      isProjectAdmin: can(site, user, "ADMINISTER_PROJECTS"),
    },
    projects: projects.flatMap(({ id, key, name }) => {
      const board = site.boards.find((it) => it.projectId === id);
      return board ? [{ id, key, name, boardId: board.id, boardName: board.name }] : [];
    }),
  };
}

/** Answers a persisted query by the name of its operation: there is no query text to go by. */
export async function answerOperation(
  site: JiraSite,
  user: JiraUser,
  name: string,
  requestBody: unknown,
): Promise<Result<{ data: unknown }, Refusal>> {
  const operation = operations[name];
  if (!operation) return refuse(404, `Unknown persisted operation ${name}.`);
  const parsed = body.safeParse(requestBody);
  if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
  const answer = await operation(site, user, parsed.data.variables);
  return answer.ok ? ok({ data: answer.value }) : answer;
}
