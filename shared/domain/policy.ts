import { z } from "zod";
import { lane, lanePolicy, noLanePolicy } from "./lane";
import { parseJson } from "./parse-json";
import { none, type Reading, unreadable, value } from "./result";
import { signOffFunction } from "./sign-off";
import { day } from "./text";

/**
 * A function that must sign. `signers` are account ids; where neither they nor groups nor roles are named, anyone may. Among the roles
 * may stand permissions that an app defines, see `isAppPermission`.
 */
export const requiredFunction = z.object({
  name: signOffFunction,
  signers: z.array(z.string()),
  groups: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
  /** May sign too, for when the others are away or wrote the statement. */
  standIns: z.array(z.string()).optional(),
  /** Signed once and may no more: kept so that an old sign-off is refused with this reason. */
  formerSigners: z.array(z.string()).optional(),
});
export type RequiredFunction = z.infer<typeof requiredFunction>;

const anyoneForProduct: RequiredFunction[] = [{ name: "product", signers: [] }];

/** Issue type names, compared without regard to case. `only` empty: every type but those in `except`. */
export const gatedTypes = z.object({
  only: z.array(z.string()).default([]),
  except: z.array(z.string()).default([]),
});

/** Who may put an issue into a sprint against the rules, by account id; where nobody is named, everybody. */
export const breakGlassRules = z.object({
  allowed: z.boolean().default(true),
  people: z.array(z.string()).default([]),
  groups: z.array(z.string()).optional(),
  roles: z.array(z.string()).optional(),
  reasonRequired: z.boolean().default(true),
  /** The longest that one breaking holds, whatever it says of itself. */
  expiryHours: z.number().min(1).max(2160).default(72),
});
export type BreakGlassRules = z.infer<typeof breakGlassRules>;

const everyType: z.infer<typeof gatedTypes> = { only: [], except: [] };
const anyoneWithReason: BreakGlassRules = {
  allowed: true,
  people: [],
  reasonRequired: true,
  expiryHours: 72,
};
const everyLane = [...lane.options];

/** When statements wait longer for their signatures than this, by the median, the gate does less until they do not. */
export const waitLimit = z.object({
  medianHours: z.number().min(1).max(2160),
  dropTo: z.enum(["observe", "warn"]),
});
export type WaitLimit = z.infer<typeof waitLimit>;

/** What the gate does with what it finds, from doing nothing to keeping out. */
export const gateModes = ["off", "observe", "warn", "block"] as const;

/** The gate's rules for a project or a team; what is left out has the default. */
export const policy = z.object({
  mode: z.enum(gateModes).default("observe"),
  /** The day, in UTC, from which the mode holds; before it the gate only observes. Null: at once. */
  effectiveFrom: day.nullable().default(null),
  issueTypes: gatedTypes.default(everyType),
  /** Lanes whose issues need no statement. */
  exemptLanes: z.array(lane).default(everyLane),
  /** What happens to an issue of which the gate could not learn enough. */
  withoutFacts: z.enum(["allow-and-flag", "block"]).default("allow-and-flag"),
  breakGlass: breakGlassRules.default(anyoneWithReason),
  functions: z.array(requiredFunction).min(1).default(anyoneForProduct),
  /** True: who wrote the statement cannot sign it. */
  separationOfDuties: z.boolean().default(true),
  /** True: nobody signs for two functions. */
  onePersonOneFunction: z.boolean().optional(),
  lanes: lanePolicy.default(noLanePolicy),
  waitLimit: waitLimit.optional(),
  /** Where a statement is begun unless its writer chooses otherwise; left out: on the bet. One that is inherited counts all the same. */
  statementOn: z.enum(["bet", "ticket"]).optional(),
  /** True: what is put back gets a comment that says so, once. */
  commentOnPutBack: z.boolean().optional(),
  /** True: whoever may edit an issue in Jira enters it through the app, also without the permission to schedule: the strict mode. */
  entersThroughApp: z.boolean().optional(),
});
export type Policy = z.infer<typeof policy>;

/** What holds where nobody wrote a policy: watch only, and anyone but the author signs for product. */
export const defaultPolicy: Policy = {
  mode: "observe",
  effectiveFrom: null,
  issueTypes: everyType,
  exemptLanes: everyLane,
  withoutFacts: "allow-and-flag",
  breakGlass: anyoneWithReason,
  functions: anyoneForProduct,
  separationOfDuties: true,
  lanes: noLanePolicy,
};

/** A Markdown page that holds the policy in one fenced block of JSON. */
export const writePolicy = (it: Policy): string =>
  `# Gate policy\n\nPlumbline reads the block below.\n\n\`\`\`json\n${JSON.stringify(it, null, 2)}\n\`\`\`\n`;

/** Reads the first fenced `json` block of a page; findings carry the line where the block starts. */
export function readPolicy(page: string): Reading<Policy> {
  if (page.trim() === "") return none;
  const lines = page.split(/\r\n?|\n/);
  const start = lines.findIndex((it) => /^\s*```\s*json\s*$/i.test(it));
  if (start < 0) return unreadable([{ line: 1, message: "There is no fenced block of JSON in this page." }]);
  const length = lines.slice(start + 1).findIndex((it) => it.trim() === "```");
  if (length < 0) return unreadable([{ line: start + 1, message: "The block of JSON is not closed." }]);
  return readPolicyJson(lines.slice(start + 1, start + 1 + length).join("\n"), start + 1);
}

/** Reads a policy as JSON; findings carry `line`. */
export function readPolicyJson(json: string, line = 1): Reading<Policy> {
  const parsed = parseJson(json);
  if (!parsed.ok) return unreadable([{ line, message: `This is not JSON: ${parsed.error}` }]);
  const checked = policy.safeParse(parsed.value);
  if (checked.success) return value(checked.data);
  return unreadable(
    checked.error.issues.map((it) => ({
      line,
      message: [it.path.join("."), it.message].filter((part) => part !== "").join(": "),
    })),
  );
}
