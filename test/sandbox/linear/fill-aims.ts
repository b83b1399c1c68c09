import type { Company, CompanyAim } from "../company/company";
import { slugIdFor, uuidFor } from "./ids";
import type { Initiative } from "./model";
import type { Site } from "./workspace";

const statusOf: Record<CompanyAim["state"], Initiative["status"]> = {
  active: "Active",
  completed: "Completed",
  canceled: "Canceled",
};

export const colours = [
  "#5e6ad2",
  "#26b5ce",
  "#4cb782",
  "#f2994a",
  "#eb5757",
  "#bb87fc",
  "#f2c94c",
  "#0f783c",
];
export const initiativeId = (aimId: string) => uuidFor(`initiative:${aimId}`);

/** Aims as initiatives, with the definition of done as their content. `at`: when they were written. */
export function fillAims(site: Site, company: Company, ownerId: string | null, at: string): void {
  company.aims.forEach((aim, index) => {
    site.store.insert({
      typename: "Initiative",
      id: initiativeId(aim.id),
      createdAt: at,
      updatedAt: at,
      name: aim.title,
      description: null,
      content: aim.definitionOfDone,
      slugId: slugIdFor(`initiative:${aim.id}`),
      color: colours[index % colours.length] ?? null,
      icon: null,
      status: statusOf[aim.state],
      ownerId,
      creatorId: ownerId,
      organizationId: site.organization.id,
      sortOrder: index,
      targetDate: null,
      startedAt: at,
      completedAt: aim.state === "completed" ? at : null,
      canceledAt: aim.state === "canceled" ? at : null,
    });
  });
}
