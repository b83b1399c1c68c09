import { z } from "zod";
import { ok, type Result } from "../../../shared/domain/result";
import type { AskJira, JiraFailure } from "./ask-jira";

/** What is the same all over a site. */
export interface SiteFacts {
  /** The id of the field that holds the sprint; it differs from site to site. Null: there are no sprints here. */
  sprintField: string | null;
  /** The app's own account. */
  app: string;
}

/** What Jira calls the Sprint field's kind on every site. */
const sprintKind = "com.pyxis.greenhopper.jira:gh-sprint";
const field = z.object({ id: z.string(), schema: z.object({ custom: z.string().nullish() }).nullish() });
const myself = z.object({ accountId: z.string().min(1) });

export async function readSite(ask: AskJira): Promise<Result<SiteFacts, JiraFailure>> {
  const fields = await ask({ method: "GET", path: "/rest/api/3/field" }, z.array(z.unknown()));
  if (!fields.ok) return fields;
  const me = await ask({ method: "GET", path: "/rest/api/3/myself" }, myself);
  if (!me.ok) return me;
  const known = fields.value.flatMap((it) => field.safeParse(it).data ?? []);
  const sprintField = known.find((it) => it.schema?.custom === sprintKind)?.id ?? null;
  return ok({ sprintField, app: me.value.accountId });
}
