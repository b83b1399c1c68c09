import { hourlySweep } from "./jobs/hourly-sweep";
import { onSweepStep } from "./jobs/sweep-step";
import { answerCalls } from "./resolvers/answer-calls";
import { onIssueMoved } from "./triggers/issue-moved";
import { onSprintStarted } from "./triggers/sprint-started";
import { statementSigned } from "./validators/statement-signed";

// What the manifest names.
export { answerCalls, hourlySweep, onIssueMoved, onSprintStarted, onSweepStep, statementSigned };
