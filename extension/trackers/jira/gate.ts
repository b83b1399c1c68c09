import type { TrackerGate } from "../../../shared/tracker/sprint-entry";
import { jsonOf } from "../json-parts";
import { movesInGraphql } from "./gate-graphql";
import { movesInRest } from "./gate-rest";
import { jiraScreen, path } from "./gate-screen";

/** Recognises what puts an issue into a sprint in the requests of Jira's front end, and refuses it as Jira does. */
export const jiraGate: TrackerGate = {
  keyIn: /^\/browse\/([A-Z][A-Z0-9_]+-\d+)/,
  read({ method, url, contentType, body }, hints) {
    const at = jiraScreen.mayEnter(method, url) && path.exec(url)?.groups;
    if (!at || /form|multipart/i.test(contentType)) return null;
    const json = jsonOf(body);
    if (at.graphql) return movesInGraphql(url, json, hints);
    const moves = movesInRest(method, at, json, hints);
    return moves.length > 0 ? { moves, reply: { kind: "rest" } } : null;
  },
  refuse({ reply }, sentence) {
    const contentType = "application/json;charset=UTF-8";
    if (reply.kind === "rest")
      return { status: 400, contentType, body: JSON.stringify({ errorMessages: [sentence], errors: {} }) };
    const answers = reply.paths.map(([path]) => ({
      data: null,
      errors: [
        {
          message: sentence,
          ...(path && { path: [path] }),
          extensions: { statusCode: 400, errorType: "BAD_REQUEST" },
        },
      ],
    }));
    return { status: 200, contentType, body: JSON.stringify(reply.isBatch ? answers : answers[0]) };
  },
};
