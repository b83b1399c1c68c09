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
import { type ApiCall, answer, json, noContent, type Route } from "./route";

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

/** Entity properties of issues and of projects: list, read, write (201 new, 200 replaced), remove. */
export const propertyRoutes: readonly Route[] = [...routesFor(issue), ...routesFor(project)];
