import { readHistory } from "../../../shared/jira/kept-history";

/** Who saved a statement, by the histories among an issue's properties. */
export const writersIn = (properties: Readonly<Record<string, unknown>>): string[] => [
  ...new Set(readHistory(properties).flatMap(({ part, by }) => (part === "statement" ? by : []))),
];
