import type { Policy } from "../../shared/domain/policy";
import type { Company } from "../sandbox/company/company";
import type { PlatformOptions } from "../sandbox/forge/platform";
import type { Handler } from "../sandbox/handler";
import { jiraApi } from "../sandbox/jira/api";
import { forgeStage } from "./forge-stage";

/**
 * A stage whose Jira gives the app what `answer` says in its place; null, or before it is set: its own answer. It is asked with the
 * path and the body of each request.
 */
export async function answeringStage(
  policy: Partial<Policy>,
  options: Partial<PlatformOptions> = {},
  company: Partial<Company> = {},
) {
  const jira: {
    own?: Handler;
    answer?: ((path: string, body: string) => Response | null) | undefined;
  } = {};
  const stage = await forgeStage(
    policy,
    {
      ...options,
      async jira(request) {
        const body = await request.clone().text();
        return jira.answer?.(new URL(request.url).pathname, body) ?? (await jira.own?.(request)) ?? null;
      },
    },
    company,
  );
  jira.own = jiraApi(stage.site, stage.clock.now);
  return { stage, jira };
}
