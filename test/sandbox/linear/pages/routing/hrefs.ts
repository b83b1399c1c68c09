import type { ProjectTab } from "./routes";

interface Addressed {
  name: string;
  slugId: string;
}

/** The path of an issue's page; the slug keeps letters of any script, as Linear's does. */
export function issueHref(workspace: string, issue: { identifier: string; title: string }): string {
  const slug = slugOf(issue.title);
  return `/${workspace}/issue/${issue.identifier}${slug ? `/${slug}` : ""}`;
}

export function projectHref(workspace: string, project: Addressed, tab: ProjectTab): string {
  return `/${workspace}/project/${withSlugId(project)}/${tab}`;
}

export function viewHref(workspace: string, view: Addressed): string {
  return `/${workspace}/view/${withSlugId(view)}`;
}

const withSlugId = ({ name, slugId }: Addressed) => [slugOf(name), slugId].filter(Boolean).join("-");

function slugOf(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  // By characters, not code units: half of a pair cannot be encoded.
  return encodeURIComponent([...words].slice(0, 80).join("").replace(/^-|-$/g, ""));
}
