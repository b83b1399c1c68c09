import { err, type Result } from "../../../shared/domain/result";

/** Why Jira said no, in the shape of its error collection. */
export interface Refusal {
  status: 400 | 401 | 403 | 404 | 410 | 429;
  errorMessages: string[];
  errors: Record<string, string>;
}

type Refused = Result<never, Refusal>;

/** A refusal in one sentence that concerns the whole request. */
export const refuse = (status: Refusal["status"], message: string): Refused =>
  err({ status, errorMessages: [message], errors: {} });

/** A refusal that names the fields at fault. */
export const refuseFields = (errors: Record<string, string>): Refused =>
  err({ status: 400, errorMessages: [], errors });

/** Jira's own words, the same for what is missing and for what may not be seen. */
export const noSuchIssue = (): Refused =>
  refuse(404, "Issue does not exist or you do not have permission to see it.");
