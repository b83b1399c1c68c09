import type { GateScreen } from "../../../shared/tracker/sprint-entry";

/** Paths that can put an issue into a sprint, as far as any are known (reference 2.2, 2026-11). */
export const path =
  /^https:\/\/[\w-]+\.atlassian\.net\/(?:rest\/(?:greenhopper\/1\.0\/sprint\/(?:(?<rank>rank)|(?<started>\d+)\/start)|(?:agile|software)\/[\w.]+\/sprint\/(?<sprint>\d+)(?<members>\/issue)?|api\/(?:\d|latest)\/(?:(?<bulk>bulk\/issues\/fields)|(?<made>issue(?:\/bulk)?)|issue\/(?<issue>[^/?#]+)(?<transition>\/transitions)?))|(?<graphql>rest\/gira\/1|rest\/graphql\/1|jsw2?\/graphql|gateway\/api\/graphql(?:\/pq\/\w+)?))\/?(?:[?#]|$)/;

/** What is posted on these paths is a question all the same, or no business of the tracker's. */
const writable =
  /^https:\/\/[\w-]+\.atlassian\.net\/(?:rest|gateway|jsw2?)\/(?!.*(?:bulkfetch|search|jql|permissions|gasv3|analytics))/;

/** Where only a name travels, it tells reads from writes: `<component>_<name>Mutation`, `BoardCardCreate` (reference 2.1, 2.2). */
const verb = "move|add|rank|update|edit|set|create|assign|start|drop|save|change|transfer|schedule|plan";
const write = new RegExp(`mutation$|(?:^|_)(?:${verb})(?=[A-Z_])|(?:^|[a-z\\d_])(?:${verb})$`, "i");
/** Writes that put nothing into a sprint, though they may name one. */
export const elsewhere =
  /remove|delete|unassign|complete|close|reopen|comment|watch|vote|view|track|recent|favou?rite|seen|telemetry|analytic/i;

/** What comes before the last underscore names the component that asks. */
export const isWrite = (operation: string): boolean =>
  write.test(operation) && !elsewhere.test(operation.slice(operation.lastIndexOf("_") + 1));

export const operationIn = (url: string): string | null =>
  /[?&]operation(?:Name)?=(\w+)/.exec(url)?.[1] ?? null;

/** Tells, without reading a body, which of the front end's requests cannot put anything into a sprint. */
export const jiraScreen: GateScreen = {
  mayWrite(url) {
    const operation = operationIn(url);
    return operation === null ? writable.test(url) : isWrite(operation);
  },
  mayEnter(method, url) {
    if ((method !== "PUT" && method !== "POST") || !path.test(url)) return false;
    const operation = operationIn(url);
    return operation === null || isWrite(operation);
  },
  mayMean: (url, body) => url.includes("/sprint/") || /sprint|customfield_\d/i.test(body),
};
