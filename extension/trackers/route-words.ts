import type { TrackerId } from "./hosts";

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** The words of each tracker's addresses, which say nothing of anybody's work. */
export const routeWords: Record<TrackerId, ReadonlySet<string>> = {
  jira: wordsOf(
    "jira software core c projects boards backlog timeline calendar list issues browse plans scenarios selectedIssue jql filter",
  ),
  linear: wordsOf(
    "team active all backlog triage issues board cycle cycles my-issues assigned created subscribed activity project projects overview view views search inbox issue initiative initiatives roadmap label archive",
  ),
};
