import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";

const folder = new URL("./schema/", import.meta.url);

/** The SDL of one file of `schema/`. */
export const schemaText = (file: string): string => readFileSync(new URL(file, folder), "utf8");

export const schemaFiles = (): string[] => readdirSync(folder).filter((file) => file.endsWith(".graphql"));

let built: GraphQLSchema | undefined;

/**
 * The part of Linear's schema that this workspace answers, with Linear's own names, arguments and nullability
 * (the schema published in July 2026, MIT licence, and what the client of October 2026 added). Read once.
 */
export function linearSchema(): GraphQLSchema {
  built ??= buildSchema(schemaFiles().map(schemaText).join("\n"));
  return built;
}
