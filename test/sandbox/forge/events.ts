import type { JiraIssue, JiraUser } from "../jira/records";
import type { SiteChange } from "../jira/site";
import type { Manifest } from "./manifest";

type Event = Record<string, unknown>;
type Filter = Manifest["modules"]["trigger"][number]["filter"];

const issueOf = ({ id, key, summary, type }: JiraIssue) => ({
  ...{ id, key },
  fields: { summary, issuetype: { id: type.id, name: type.name } },
});

/** What Jira sends out when something happened on the site (reference 2026-11); null: apps are told nothing, or nothing that is modelled. */
export function productEvent(change: SiteChange, app: JiraUser): Event | null {
  const by = { atlassianId: change.by.accountId, ...(change.by === app && { selfGenerated: true }) };
  if (change.kind === "issue-created")
    return { eventType: "avi:jira:created:issue", issue: issueOf(change.issue), ...by };
  if (change.kind === "issue-updated") {
    const { id, items } = change.entry;
    const event = { eventType: "avi:jira:updated:issue", issue: issueOf(change.issue), ...by };
    return { ...event, changelog: { id, items: items.map((it) => ({ ...it })) } };
  }
  if (change.kind === "sprint-changed" && change.before === "future" && change.sprint.state === "active")
    return { eventType: "avi:jira-software:started:sprint", sprint: { ...change.sprint }, ...by };
  return null;
}

/**
 * Whether an event gets past a trigger's filter. The expression is taken for JavaScript, which is what Jira's subset looks like; what
 * it would ask of the running platform is not modelled and throws, as an error of the filter.
 */
export function passesFilter(event: Event, { ignoreSelf, expression, onError }: Filter): boolean {
  if (ignoreSelf && event.selfGenerated === true) return false;
  if (expression === undefined) return true;
  try {
    return new Function("event", `"use strict"; return (${expression}) === true;`)(event) as boolean;
  } catch {
    return onError === "RECEIVE" || onError === "RECEIVE_AND_LOG";
  }
}
