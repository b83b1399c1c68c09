/** The key of an issue's project, by the issue's own. */
export const projectOf = (key: string): string => key.slice(0, key.lastIndexOf("-"));
