import { existsSync, readFileSync } from "node:fs";
import { LinearDocument } from "@linear/sdk";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  Kind,
  parse,
  validate,
} from "graphql";
import { describe, expect, it } from "vitest";
import { linearSchema, schemaFiles, schemaText } from "./schema";

const addedFile = "since-july-2026.graphql";
const published = new URL("../../../../shared/specs/linear.schema.graphql", import.meta.url);

/** Names of everything that `ours` declares and `theirs` does not declare in the same way. */
function strayParts(ours: GraphQLNamedType, theirs: GraphQLNamedType | undefined): string[] {
  if (!theirs || theirs.constructor !== ours.constructor) return [ours.name];
  if (isEnumType(ours) && isEnumType(theirs)) {
    const names = (type: typeof ours) =>
      type
        .getValues()
        .map((value) => value.name)
        .sort()
        .join();
    return names(ours) === names(theirs) ? [] : [ours.name];
  }
  if (isUnionType(ours) && isUnionType(theirs)) {
    const members = new Set(theirs.getTypes().map(({ name }) => name));
    return ours
      .getTypes()
      .filter(({ name }) => !members.has(name))
      .map(({ name }) => `${ours.name} | ${name}`);
  }
  if (isInputObjectType(ours) && isInputObjectType(theirs)) {
    const required = Object.values(theirs.getFields()).filter(isRequiredInputField);
    return [
      ...strayInputs(ours.name, Object.values(ours.getFields()), Object.values(theirs.getFields())),
      ...strayInputs(ours.name, required, Object.values(ours.getFields())),
    ];
  }
  if ((isObjectType(ours) && isObjectType(theirs)) || (isInterfaceType(ours) && isInterfaceType(theirs))) {
    const interfaces = new Set(theirs.getInterfaces().map(({ name }) => name));
    const foreign = ours.getInterfaces().filter(({ name }) => !interfaces.has(name));
    return [
      ...foreign.map(({ name }) => `${ours.name} implements ${name}`),
      ...Object.values(ours.getFields()).flatMap((field) => {
        const place = `${ours.name}.${field.name}`;
        const other = theirs.getFields()[field.name];
        if (!other || String(other.type) !== String(field.type)) return [place];
        return [
          ...strayInputs(place, field.args, other.args),
          ...strayInputs(place, other.args.filter(isRequiredArgument), field.args),
        ];
      }),
    ];
  }
  return [];
}

type Input = GraphQLArgument | GraphQLInputField;

const strayInputs = (place: string, ours: readonly Input[], theirs: readonly Input[]): string[] =>
  ours
    .filter((one) => {
      const other = theirs.find(({ name }) => name === one.name);
      return String(other?.type) !== String(one.type) || other?.defaultValue !== one.defaultValue;
    })
    .map(({ name }) => `${place}(${name})`);

const ownTypes = (types: readonly GraphQLNamedType[]) => types.filter(({ name }) => !name.startsWith("__"));

describe("the schema that the workspace answers", () => {
  it.skipIf(!existsSync(published))("declares nothing that Linear's published schema lacks", () => {
    const theirs = buildSchema(readFileSync(published, "utf8"));
    const files = schemaFiles().filter((file) => file !== addedFile);
    const ours = buildSchema(files.map(schemaText).join("\n"));
    const types = ownTypes(Object.values(ours.getTypeMap()));
    expect(types.length).toBeGreaterThan(100);
    expect(types.flatMap((type) => strayParts(type, theirs.getType(type.name)))).toEqual([]);
  });

  it("would notice a changed type, nullability, argument, input field, enum value and interface", () => {
    const theirs = buildSchema(`interface I { a: Int } type Query { a(x: Int!): Int b: String! }
      enum E { A B } input In { a: Int! b: Int = 1 }`);
    const ours = buildSchema(`interface I { a: Int } type Query implements I { a: Int b: String c: Int }
      enum E { A } input In { b: Int = 2 c: Int }`);
    const strays = ownTypes(Object.values(ours.getTypeMap())).flatMap((type) =>
      strayParts(type, theirs.getType(type.name)),
    );
    expect(strays.sort()).toEqual(
      ["Query implements I", "Query.a(x)", "Query.b", "Query.c", "E", "In(a)", "In(b)", "In(c)"].sort(),
    );
  });

  it("adds to it only what the client of October 2026 asks for", () => {
    const asked = Object.values(LinearDocument).map(String).join("\n");
    for (const definition of parse(schemaText(addedFile)).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const { name } of definition.fields ?? []) expect(asked).toContain(name.value);
    }
  });

  const operations = [
    "Viewer",
    "Organization",
    "Issue",
    "Issues",
    "Issue_Comments",
    "Issue_History",
    "Issue_Attachments",
    "Issue_Labels",
    "Issue_Children",
    "Issue_Documents",
    "Project",
    "Projects",
    "Project_Documents",
    "Project_Initiatives",
    "Project_Issues",
    "Initiatives",
    "Initiative_Projects",
    "Cycles",
    "Cycle_Issues",
    "Documents",
    "Document_Comments",
    "Comments",
    "IssueLabels",
    "WorkflowStates",
    "Team_States",
    "RateLimitStatus",
    "UpdateIssue",
    "UpdateIssueBatch",
    "CreateIssue",
    "CreateComment",
    "UpdateComment",
    "DeleteComment",
    "CreateDocument",
    "UpdateDocument",
    "UpdateProject",
    "CreateInitiative",
    "CreateInitiativeToProject",
    "CreateIssueLabel",
    "CreateAttachment",
  ];
  it.each(operations)("holds all that the client's operation %s selects", (operation) => {
    const document = Reflect.get(LinearDocument, `${operation}Document`);
    expect(validate(linearSchema(), parse(String(document)))).toEqual([]);
  });
});
