import type { Policy } from "./policy";
import { none, type Reading, value } from "./result";
import { underWaitLimit } from "./signature-wait";

/** What holds in one browser where a project has no policy, or whatever it has. */
export interface LocalPolicies {
  /** What the company set. */
  company: Reading<Policy>;
  /** The company's holds whatever a project or a person says. */
  isLocked: boolean;
  /** What the person keeps for themselves; null: nothing. */
  person: Policy | null;
  /** How long signatures are waited for there, by the median; null: it was not measured. */
  medianWaitHours: number | null;
}

export const noLocalPolicies: LocalPolicies = {
  company: none,
  isLocked: false,
  person: null,
  medianWaitHours: null,
};

/** Whose policy holds. */
export type PolicySource = "company" | "project" | "person" | "default";

export interface PolicyInForce {
  policy: Reading<Policy>;
  from: PolicySource;
  /** Signatures are waited for longer than it allows, so that it does less than it says. */
  isDropped: boolean;
}

/**
 * The policy that holds in this browser for a project. The project's own goes before what is kept here, but for what the company
 * locked; one that cannot be read stays that, whoever wrote it, so that no other rules take its place unseen. From "default" nobody wrote one.
 */
export function policyInForce(project: Reading<Policy>, local: LocalPolicies): PolicyInForce {
  const { policy, from } = chosen(project, local);
  if (policy.kind !== "value") return { policy, from, isDropped: false };
  const limited = underWaitLimit(policy.value, local.medianWaitHours);
  return { policy: value(limited.policy), from, isDropped: limited.isDropped };
}

function chosen(
  project: Reading<Policy>,
  { company, isLocked, person }: LocalPolicies,
): Pick<PolicyInForce, "policy" | "from"> {
  if (isLocked && company.kind !== "none") return { policy: company, from: "company" };
  if (project.kind !== "none") return { policy: project, from: "project" };
  if (person !== null) return { policy: value(person), from: "person" };
  return company.kind === "none"
    ? { policy: project, from: "default" }
    : { policy: company, from: "company" };
}
