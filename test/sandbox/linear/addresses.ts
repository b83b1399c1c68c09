import type { Comment, CustomView, Document, Initiative, Issue, Project } from "./model";
import type { Site } from "./workspace";

/** Lower-case words of a title joined by dashes, as at the end of Linear's addresses; letters of any script stay. */
export function slugOf(title: string): string {
  const words = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return words.slice(0, 80).replace(/^-+|-+$/g, "");
}

const root = ({ organization }: Site) => `https://linear.app/${organization.urlKey}`;

export const identifierOf = ({ team }: Site, issue: Issue) => `${team.key}-${issue.number}`;

export const issueUrl = (site: Site, issue: Issue) =>
  `${root(site)}/issue/${identifierOf(site, issue)}/${slugOf(issue.title)}`;

export const projectUrl = (site: Site, project: Project) =>
  `${root(site)}/project/${slugOf(project.name)}-${project.slugId}`;

export const initiativeUrl = (site: Site, initiative: Initiative) =>
  `${root(site)}/initiative/${slugOf(initiative.name)}-${initiative.slugId}`;

export const viewUrl = (site: Site, view: CustomView) =>
  `${root(site)}/view/${slugOf(view.name)}-${view.slugId}`;

export const documentUrl = (site: Site, document: Document) =>
  `${root(site)}/document/${slugOf(document.title)}-${document.slugId}`;

/** The page that a comment stands on, at the comment. */
export function commentUrl(site: Site, comment: Comment): string {
  const { store } = site;
  const content = store.find("DocumentContent", comment.documentContentId ?? "");
  const document = content && store.find("Document", content.documentId);
  const issue = store.find("Issue", comment.issueId ?? "");
  const project = store.find("Project", comment.projectId ?? "");
  const page =
    (document && documentUrl(site, document)) ??
    (issue && issueUrl(site, issue)) ??
    (project && projectUrl(site, project)) ??
    root(site);
  return `${page}#comment-${comment.id.slice(0, 8)}`;
}
