/** Custom field ids of this site; they differ per site, so clients look them up with GET /rest/api/3/field. */
export const pointsField = "customfield_10016";
export const rankField = "customfield_10019";
export const sprintField = "customfield_10020";

interface FieldSchema {
  type: string;
  items?: string;
  system?: string;
  custom?: string;
  customId?: number;
}

/** A row of GET /rest/api/3/field. */
export interface FieldDetails {
  id: string;
  key: string;
  name: string;
  custom: boolean;
  orderable: boolean;
  navigable: boolean;
  searchable: boolean;
  clauseNames: string[];
  schema?: FieldSchema;
}

const system = (
  id: string,
  name: string,
  type: string,
  clauseNames = [id],
  items?: string,
): FieldDetails => ({
  id,
  key: id,
  name,
  custom: false,
  orderable: true,
  navigable: true,
  searchable: clauseNames.length > 0,
  clauseNames,
  schema: { type, system: id, ...(items === undefined ? {} : { items }) },
});

const custom = (id: string, name: string, kind: string, type: string, items?: string): FieldDetails => {
  const number = Number(id.slice("customfield_".length));
  return {
    id,
    key: id,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${number}]`, name],
    schema: { type, custom: kind, customId: number, ...(items === undefined ? {} : { items }) },
  };
};

/** Every field of a site, as GET /rest/api/3/field tells them, but for names that the site gave. */
export const fields: readonly FieldDetails[] = [
  system("summary", "Summary", "string"),
  system("issuetype", "Issue Type", "issuetype", ["issuetype", "type"]),
  system("project", "Project", "project"),
  system("description", "Description", "string"),
  system("status", "Status", "status"),
  system("statusCategory", "Status Category", "statusCategory"),
  system("priority", "Priority", "priority"),
  system("assignee", "Assignee", "user"),
  system("reporter", "Reporter", "user"),
  system("creator", "Creator", "user"),
  system("labels", "Labels", "array", ["labels"], "string"),
  { ...system("parent", "Parent", "issuelink"), schema: { type: "issuelink", system: "parent" } },
  system("subtasks", "Sub-tasks", "array", [], "issuelinks"),
  system("issuelinks", "Linked Issues", "array", [], "issuelinks"),
  system("created", "Created", "datetime"),
  system("updated", "Updated", "datetime"),
  system("duedate", "Due date", "date"),
  system("resolution", "Resolution", "resolution"),
  system("resolutiondate", "Resolved", "datetime"),
  system("comment", "Comment", "comments-page"),
  custom(pointsField, "Story point estimate", "com.pyxis.greenhopper.jira:jsw-story-points", "number"),
  custom(rankField, "Rank", "com.pyxis.greenhopper.jira:gh-lexo-rank", "any"),
  custom(sprintField, "Sprint", "com.pyxis.greenhopper.jira:gh-sprint", "array", "json"),
];

/** The same with the site's own name of the Sprint field, which JQL goes by too. */
export const fieldsOf = ({ sprintFieldName }: { sprintFieldName: string }): FieldDetails[] =>
  fields.map((it) =>
    it.id === sprintField
      ? { ...it, name: sprintFieldName, clauseNames: [it.clauseNames[0] ?? "", sprintFieldName] }
      : it,
  );
