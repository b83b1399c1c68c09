import { Ajv, type ErrorObject } from "ajv";
import { z } from "zod";

const operation = z.looseObject({
  parameters: z
    .array(
      z.looseObject({
        in: z.string(),
        name: z.string(),
        required: z.boolean().optional(),
        schema: z
          .looseObject({ type: z.string().optional(), enum: z.array(z.unknown()).optional() })
          .optional(),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content: z.record(z.string(), z.unknown()).optional() })),
});
type Operation = z.infer<typeof operation>;
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** One request with its answer; bodies are texts, empty where there is none. */
export interface Exchange {
  method: string;
  url: URL;
  requestBody: string;
  status: number;
  responseBody: string;
}

interface Described {
  /** JSON pointer of the operation in its document, fit for a `$ref`. */
  pointer: string;
  path: string;
  pattern: RegExp;
  method: string;
  operation: Operation;
}

/**
 * A check of exchanges against OpenAPI 3.0 documents (their JSON texts by name): path, method, query, request body,
 * status and answer. Gives a sentence for each deviation; formats are not checked.
 */
export function openApiCheck(texts: Record<string, string>): (exchange: Exchange) => string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const all = Object.entries(texts).flatMap(([name, text]) => {
    const parsed: unknown = JSON.parse(text);
    ajv.addSchema(z.record(z.string(), z.unknown()).parse(parsed), name, false, false);
    return describedIn(name, document.parse(parsed));
  });

  const validate = (pointer: string, what: string, value: unknown): string[] => {
    const check = ajv.getSchema(pointer) ?? ajv.compile({ $ref: pointer });
    return check(value) === true ? [] : (check.errors ?? []).map((error) => `${what}${sentence(error)}`);
  };

  return ({ method, url, requestBody, status, responseBody }) => {
    const line = `${method} ${url.pathname}`;
    // The fewest variable parts win: /issue/bulkfetch is not an issue named bulkfetch.
    const [found] = all
      .filter((it) => it.method === method.toLowerCase() && it.pattern.test(url.pathname))
      .sort((a, b) => a.path.split("{").length - b.path.split("{").length);
    if (found === undefined) return [`${line}: not described`];
    const deviations = queryDeviations(found.operation, url);
    const bodyIn = found.operation.requestBody?.content["application/json"];
    if (requestBody !== "") {
      const pointer = `${found.pointer}/requestBody/content/application~1json/schema`;
      if (bodyIn === undefined) deviations.push("a request body is not described");
      else if (hasSchema(bodyIn)) deviations.push(...validate(pointer, "request", JSON.parse(requestBody)));
    }
    const answer = found.operation.responses[String(status)];
    if (answer === undefined) deviations.push(`status ${status} is not described`);
    const bodyOut = answer?.content?.["application/json"];
    if (hasSchema(bodyOut) && responseBody !== "") {
      const pointer = `${found.pointer}/responses/${status}/content/application~1json/schema`;
      deviations.push(...validate(pointer, "answer", JSON.parse(responseBody)));
    }
    return deviations.map((it) => `${method} ${found.path}: ${it}`);
  };
}

function describedIn(name: string, { paths }: z.infer<typeof document>): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    ["get", "post", "put", "delete"]
      .filter((method) => method in methods)
      .map((method) => ({
        pointer: `${name}#/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${method}`,
        path,
        pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
        method,
        operation: operation.parse(methods[method]),
      })),
  );
}

const hasSchema = (content: unknown) =>
  z.looseObject({ schema: z.looseObject({}) }).safeParse(content).success;

const sentence = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath.replace(/\/\d+/g, "/*")} ${message ?? ""} ${JSON.stringify(params)}`;

function queryDeviations({ parameters = [] }: Operation, url: URL): string[] {
  const known = new Map(parameters.filter((it) => it.in === "query").map((it) => [it.name, it]));
  const deviations: string[] = [];
  for (const [name, text] of url.searchParams) {
    const schema = known.get(name)?.schema;
    if (!known.has(name)) deviations.push(`query ${name} is not described`);
    if (schema?.type === "integer" && !/^-?\d+$/.test(text)) deviations.push(`query ${name} is no integer`);
    if (schema?.type === "boolean" && !/^(true|false)$/.test(text))
      deviations.push(`query ${name} is no boolean`);
    if (schema?.enum !== undefined && !schema.enum.includes(text))
      deviations.push(`query ${name} is not one of its values`);
  }
  for (const { name, required } of known.values())
    if (required === true && !url.searchParams.has(name)) deviations.push(`query ${name} is missing`);
  return deviations;
}
