import type { SprintMove, TrackerGate } from "../../../shared/tracker/sprint-entry";
import { graphqlCalls } from "../graphql-calls";
import { isRecord, jsonOf, listOf, own, text } from "../json-parts";
import { linearScreen } from "./gate-screen";

/** Recognises what puts an issue into a cycle in the requests of Linear's client, and refuses it as Linear does. */
export const linearGate: TrackerGate = {
  keyIn: /^\/[^/]+\/issue\/([A-Z][A-Z0-9]*-\d+)/,
  read({ method, url, body }) {
    if (!linearScreen.mayEnter(method, url) || !linearScreen.mayMean(url, body)) return null;
    const json = jsonOf(body);
    const isBatch = Array.isArray(json);
    const moves: SprintMove[] = [];
    const paths = (isBatch ? json : [json]).map((one) => {
      const operation = own(one, "operationName");
      const calls = graphqlCalls(text(own(one, "query")) ?? "", own(one, "variables"), operation) ?? [];
      return calls.flatMap(({ name, path, args }) => {
        const made = movesOf(name, args);
        moves.push(...made);
        return made.length > 0 ? path : [];
      });
    });
    return moves.length > 0 ? { moves, reply: { kind: "graphql", paths, isBatch } } : null;
  },
  // What Linear's client takes for a refusal and rolls back, merged requests as a whole; anything else it would queue and replay (reference 2.4).
  refuse: ({ reply }, sentence) => {
    const answer = (paths: string[]) => ({
      data: null,
      errors: paths.map((path) => ({
        message: sentence,
        path: [path],
        extensions: {
          type: "invalid input",
          code: "INPUT_ERROR",
          userError: true,
          userPresentableMessage: sentence,
        },
      })),
    });
    const paths = reply.kind === "graphql" ? reply.paths : [["issueUpdate"]];
    const first = paths.find((it) => it.length > 0) ?? [];
    const all = paths.map((it) => answer(it.length > 0 ? it : first));
    return {
      status: 200,
      contentType: "application/json",
      body: JSON.stringify(reply.kind === "graphql" && reply.isBatch ? all : all[0]),
    };
  },
};

function movesOf(name: string, args: Record<string, unknown>): SprintMove[] {
  const { input } = args;
  const id = text(args.id);
  switch (name) {
    case "issueUpdate":
      return id === null ? [] : updateOf(id, input);
    case "issueBatchUpdate":
      return listOf(args.ids).flatMap((it) => updateOf(text(it) ?? "", input));
    case "issueCreate":
      return creationOf(input);
    case "issueBatchCreate":
      return listOf(own(input, "issues")).flatMap(creationOf);
    case "cycleStartUpcomingCycleToday":
      return id === null ? [] : [{ act: "start", sprint: id }];
  }
  return [];
}

function updateOf(issue: string, input: unknown): SprintMove[] {
  const [sprint, team, state] = ["cycleId", "teamId", "stateId"].map((it) => text(own(input, it)));
  if (issue === "" || own(input, "cycleId") === null) return [];
  if (sprint) return [{ act: "enter", issue, sprint }];
  // The team's settings may make the server choose a cycle (reference 2.3).
  if (team) return [{ act: "change-team", issue, team }];
  return state ? [{ act: "change-state", issue, state }] : [];
}

function creationOf(input: unknown): SprintMove[] {
  const given = (it: string) => text(own(input, it));
  const sprint = given("cycleId");
  const isChosenByLinear = ["parentId", "stateId", "templateId", "useDefaultTemplate"].some((it) =>
    own(input, it),
  );
  if (!isRecord(input) || own(input, "cycleId") === null || (sprint === null && !isChosenByLinear)) return [];
  const issue = {
    id: given("id"),
    parent: given("parentId"),
    type: null,
    scope: given("teamId"),
    bet: given("projectId"),
    state: given("stateId"),
  };
  return [{ act: "create", issue, sprint }];
}
