/** Issue properties that Plumbline reads; Jira answers with at most five a call (platform specification, 2026-05). */
export const propertyKeys = {
  sheet: "plumbline.sheet",
  statement: "plumbline.statement",
  lane: "plumbline.lane",
  standing: "plumbline.standing",
} as const;

/** Issue properties that Plumbline writes, by part. */
export const writtenPropertyKeys = {
  statement: propertyKeys.statement,
  sheet: propertyKeys.sheet,
  lane: propertyKeys.lane,
  deferral: "plumbline.deferral",
} as const;
