import type { ChangeItem, JiraIssue, JiraUser } from "./records";
import type { JiraSite } from "./site";

/** A change of one field; equal ids and words on both sides mean that nothing changed. */
export function changeItem(
  field: { field: string; fieldId?: string; custom?: boolean },
  from: { id: string | null; name: string | null },
  to: { id: string | null; name: string | null },
): ChangeItem {
  return {
    field: field.field,
    fieldtype: field.custom === true ? "custom" : "jira",
    ...(field.fieldId === undefined ? {} : { fieldId: field.fieldId }),
    from: from.id,
    fromString: from.name,
    to: to.id,
    toString: to.name,
  };
}

/** Writes the changes into the changelog as one entry, marks the issue updated and tells the listeners. */
export function recordChange(site: JiraSite, issue: JiraIssue, by: JiraUser, items: ChangeItem[]): void {
  const changed = items.filter((it) => it.from !== it.to || it.fromString !== it.toString);
  if (changed.length === 0) return;
  const at = site.now().toISOString();
  const entry = { id: site.nextId(), author: by, created: at, items: changed };
  issue.changelog.push(entry);
  issue.updated = at;
  site.emit({ kind: "issue-updated", issue, by, entry });
}
