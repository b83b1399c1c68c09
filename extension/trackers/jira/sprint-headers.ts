const container = "software-backlog.card-list.container.";

/**
 * The headers of the sprints that a backlog shows, by the sprint's id. Sections and their headers as of 2026-08; which rows are inside is
 * never read from them.
 */
export function jiraSprintHeaders(document: Document): Map<string, Element> {
  const headers = new Map<string, Element>();
  for (const section of document.querySelectorAll(`[data-testid^="${container}"]`)) {
    const id = section.getAttribute("data-testid")?.slice(container.length) ?? "";
    const header = section.querySelector('[data-testid="software-backlog.card-list.left-side"]');
    if (header !== null && /^\d+$/.test(id)) headers.set(id, header);
  }
  return headers;
}
