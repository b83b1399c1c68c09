/** A condition on the Sprint field, by its id: its name can be another one on every site, and JQL goes by that too. */
export const sprintsJql = (sprintField: string, condition: string): string =>
  `cf[${sprintField.replace("customfield_", "")}] ${condition}`;
