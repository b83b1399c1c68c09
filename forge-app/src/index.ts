import { hourlySweep } from "./jobs/hourly-sweep";
import { onSweepStep } from "./jobs/sweep-step";
import { onIssueMoved } from "./triggers/issue-moved";
import { onSprintStarted } from "./triggers/sprint-started";
import { statementSigned } from "./validators/statement-signed";

// What the manifest names.
export { hourlySweep, onIssueMoved, onSprintStarted, onSweepStep, statementSigned };
