import { z } from "zod";
import type { Result } from "../../../../shared/domain/result";
import { getIssue } from "../get-issue";
import {
  deleteProjectProperty,
  deleteProperty,
  getProject,
  noSuchProperty,
  setProjectProperty,
  setProperty,
} from "../properties";
import type { Refusal } from "../refusal";
import { type ApiCall, answer, json, noContent, type Route, readBody } from "./route";

/** What issues and projects do differently; the rest of the two property resources is the same. */
interface Owner {
  path: string;
  find: (call: ApiCall, idOrKey: string) => Result<{ properties: Map<string, unknown> }, Refusal>;
  set: typeof setProperty;
  remove: typeof deleteProperty;
}

const issue: Owner = {
  path: "/rest/api/{apiVersion}/issue/{idOrKey}/properties",
  find: ({ site, by }, idOrKey) => getIssue(site, by, idOrKey),
  set: setProperty,
  remove: deleteProperty,
};

const project: Owner = {
  path: "/rest/api/{apiVersion}/project/{idOrKey}/properties",
  find: ({ site, by }, idOrKey) => getProject(site, by, idOrKey),
  set: setProjectProperty,
  remove: deleteProjectProperty,
};

const routesFor = (owner: Owner): Route[] => [
  {
    method: "GET",
    path: owner.path,
    answer: (call) =>
      answer(owner.find(call, call.params.idOrKey ?? ""), ({ properties }) =>
        json(200, {
          keys: [...properties.keys()].map((key) => ({
            self: `${call.site.baseUrl}${call.url.pathname}/${encodeURIComponent(key)}`,
            key,
          })),
        }),
      ),
  },
  {
    method: "GET",
    path: `${owner.path}/{key}`,
    answer: (call) =>
      answer(owner.find(call, call.params.idOrKey ?? ""), ({ properties }) => {
        const { key = "" } = call.params;
        return properties.has(key)
          ? json(200, { key, value: properties.get(key) })
          : answer(noSuchProperty(key), noContent);
      }),
  },
  {
    method: "PUT",
    path: `${owner.path}/{key}`,
    async answer({ site, by, params, request }) {
      const text = await request.text();
      return answer(owner.set(site, by, params.idOrKey ?? "", params.key ?? "", text), (written) =>
        json(written === "created" ? 201 : 200, {}),
      );
    },
  },
  {
    method: "DELETE",
    path: `${owner.path}/{key}`,
    answer: ({ site, by, params }) =>
      answer(owner.remove(site, by, params.idOrKey ?? "", params.key ?? ""), noContent),
  },
];

/** Documented: so many issues, with so many properties each. */
const [mostIssues, mostProperties] = [100, 10];
const multi = z.object({
  issues: z
    .array(
      z.object({
        issueID: z.int(),
        properties: z
          .record(z.string(), z.unknown())
          .refine((it) => Object.keys(it).length <= mostProperties),
      }),
    )
    .max(mostIssues),
});

/** Done at once here, where Jira takes its time: the answer leads to a task. What may not be edited is left out, as the task would say. */
const multiRoute: Route = {
  method: "POST",
  path: "/rest/api/{apiVersion}/issue/properties/multi",
  async answer(call) {
    const wanted = await readBody(call, multi);
    return answer(wanted, ({ issues }) => {
      for (const { issueID, properties } of issues)
        for (const [key, value] of Object.entries(properties))
          setProperty(call.site, call.by, String(issueID), key, JSON.stringify(value));
      const Location = `${call.site.baseUrl}/rest/api/3/task/${call.site.nextId()}`;
      return new Response(null, { status: 303, headers: { Location } });
    });
  },
};

/** Entity properties of issues and of projects: list, read, write (201 new, 200 replaced), remove; of many issues at once. */
export const propertyRoutes: readonly Route[] = [multiRoute, ...routesFor(issue), ...routesFor(project)];
