import { ThisTicket } from "../../../shared/ui/ticket/this-ticket";
import type { ProjectProps } from "../frame-props";
import { EnterSprint } from "./enter-sprint";

/** What an issue serves and its statement, beside the issue in Jira, and the way into a sprint. */
export const IssuePage = ({ port, t, project, issue }: ProjectProps & { issue: string }) => (
  <>
    <ThisTicket port={port} t={t} ticket={issue} />
    <EnterSprint port={port} t={t} issue={issue} project={project.key} />
  </>
);
