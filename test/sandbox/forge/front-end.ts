import { z } from "zod";
import type { Handler } from "../handler";
import { sessionOf } from "../jira/session";
import type { JiraSite } from "../jira/site";
import type { ForgePlatform } from "./platform";

const invoked = z.strictObject({
  moduleKey: z.string(),
  extension: z.looseObject({ type: z.string() }),
  call: z.strictObject({ functionKey: z.string(), payload: z.unknown().optional() }),
});
const fetched = z.strictObject({
  product: z.literal("jira"),
  restPath: z.string().startsWith("/"),
  isMultipartFormData: z.literal(false).optional(),
  fetchRequestInit: z.looseObject({
    method: z.string().optional(),
    headers: z.array(z.tuple([z.string(), z.string()])).optional(),
    body: z.string().nullish(),
  }),
});

/**
 * What Jira's pages ask of the platform for the frames in them, with the session of the person. The real addresses are not public
 * (they are GraphQL at the gateway); what goes in and comes out is what the bridge passes on (reference 2026-11).
 */
export function forgeFrontEnd(site: JiraSite, platform: ForgePlatform): Handler {
  return async (request) => {
    const { origin, pathname } = new URL(request.url);
    const asked = /^\/gateway\/api\/forge\/(invoke|product)$/.exec(pathname)?.[1];
    if (origin !== site.baseUrl || asked === undefined) return null;
    const by = sessionOf(site, request);
    if (by === null || by === "signed-out") return new Response("Unauthorized", { status: 401 });
    const from = request.headers.get("origin");
    if (from !== null && from !== site.baseUrl) return new Response("XSRF check failed", { status: 403 });
    const body: unknown = await request.json();
    if (asked === "invoke") {
      const { moduleKey, extension, call } = invoked.parse(body);
      const { functionKey, payload } = call;
      try {
        const value = await platform.invoke(functionKey, payload, { by, extension, moduleKey });
        return Response.json({ value: value ?? null });
      } catch (error) {
        return Response.json({ error: error instanceof Error ? error.message : String(error) });
      }
    }
    const { restPath, fetchRequestInit } = fetched.parse(body);
    const { method = "GET", headers = [], body: sent } = fetchRequestInit;
    const init = { method, headers, ...(sent != null && { body: sent }) };
    const answer = await platform.fetchProduct(restPath, init, by);
    return Response.json({
      ...{ status: answer.status, statusText: answer.statusText, body: await answer.text() },
      ...{ headers: Object.fromEntries(answer.headers), isAttachment: false },
    });
  };
}
