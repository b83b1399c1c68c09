import { jsonOf } from "../json-parts";
import type { TrackerGate } from "../sprint-entry";
import { isWrite, movesInGraphql, operationIn } from "./gate-graphql";
import { movesInRest } from "./gate-rest";

/** Paths that can put an issue into a sprint, as far as any are known (reference 2.2, 2026-11). */
const path =
  /^https:\/\/[\w-]+\.atlassian\.net\/(?:rest\/(?:greenhopper\/1\.0\/sprint\/(?:(?<rank>rank)|(?<started>\d+)\/start)|(?:agile|software)\/[\w.]+\/sprint\/(?<sprint>\d+)(?<members>\/issue)?|api\/(?:\d|latest)\/(?:(?<bulk>bulk\/issues\/fields)|(?<made>issue(?:\/bulk)?)|issue\/(?<issue>[^/?#]+)(?<transition>\/transitions)?))|(?<graphql>rest\/gira\/1|rest\/graphql\/1|jsw2?\/graphql|gateway\/api\/graphql(?:\/pq\/\w+)?))\/?(?:[?#]|$)/;

/** Recognises what puts an issue into a sprint in the requests of Jira's front end, and refuses it as Jira does. */
export const jiraGate: TrackerGate = {
  mayEnter(method, url) {
    if ((method !== "PUT" && method !== "POST") || !path.test(url)) return false;
    const operation = operationIn(url);
    return operation === null || isWrite(operation);
  },
  read({ method, url, contentType, body }, hints) {
    const at = jiraGate.mayEnter(method, url) && path.exec(url)?.groups;
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
