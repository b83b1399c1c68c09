import type { GateScreen } from "../../../shared/tracker/sprint-entry";

/** Linear's client talks to client-api.linear.app (reference 2026-09); a cycle becomes a sprint here. */
const endpoint = /^https:\/\/([\w-]+\.)?linear\.app\/graphql(?![^?#])/;
const mutations = /\b(issue(Batch)?(Update|Create)|cycleStartUpcomingCycleToday)\b/;

/** Tells, without parsing a body, which requests of Linear's client cannot put anything into a cycle. */
export const linearScreen: GateScreen = {
  // Questions go the same way.
  mayWrite: (url, body) => endpoint.test(url) && (typeof body !== "string" || body.includes("mutation")),
  mayEnter: (method, url) => method === "POST" && endpoint.test(url),
  mayMean: (_url, body) =>
    mutations.test(body) && /\b(cycle|state|team|parent|template)Id|cycleStart|DefaultTemplate/.test(body),
};
