import type { JiraSite } from "./site";

/** So many sprints to come with so many tickets each, and no others. */
export function fillSprints(site: JiraSite, sprints: number, each: number): void {
  const tickets = [...site.issues.values()].filter(({ type }) => type.hierarchyLevel === 0);
  if (tickets.length < sprints * each) throw new Error(`The site has only ${tickets.length} tickets`);
  for (const it of site.issues.values()) it.sprintIds = [];
  site.sprints.length = 0;
  for (let at = 0; at < sprints; at += 1) {
    const id = 900 + at;
    const said = {
      ...{ startDate: null, endDate: null, completeDate: null },
      ...{ createdDate: "2026-11-01T00:00:00.000Z", goal: "" },
    };
    const originBoardId = site.boards[0]?.id ?? 1;
    site.sprints.push({ id, name: `Sprint ${id}`, state: "future", originBoardId, ...said });
    for (const it of tickets.slice(at * each, at * each + each)) it.sprintIds = [id];
  }
}
