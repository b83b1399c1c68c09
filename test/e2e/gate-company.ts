import { notedStanding } from "../../shared/domain/standing-mirror";
import type { Company } from "../sandbox/company/company";
import { seedCompany } from "../sandbox/company/seed";
import type { JiraIssue } from "../sandbox/jira/records";
import type { JiraSite } from "../sandbox/jira/site";

/** The seed company of today, once it has decided what its gate does. */
export function companyWithGate(mode: Company["policy"]["mode"], issues?: number): Company {
  const today = new Date().toISOString().slice(0, 10);
  const company = seedCompany({ today, ...(issues !== undefined && { issues }) });
  company.policy.mode = mode;
  return company;
}

/** Whether the sandbox itself says that the nearest statement above an issue is signed; lanes need none. */
export function isReady(site: JiraSite, issue: JiraIssue): boolean {
  for (let it: JiraIssue | undefined = issue; it; it = site.issues.get(it.parentId ?? "")) {
    if (it.properties.has("plumbline.lane") || it.type.name === "Incident") return true;
    if (it.properties.has("plumbline.statement"))
      return notedStanding(it.properties.get("plumbline.standing"), it.id) === "signed";
  }
  return false;
}
