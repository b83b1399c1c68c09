import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** One call of `t` in the source. */
export interface AskedMessage {
  /** The names that it may ask for; a star stands for what is known only at run time. */
  names: string[];
  /** How many parts it fills in. */
  parts: number;
  at: string;
}

/** Every call of `t(...)` under `folder`, and every name handed to the hovercard's `field(...)`, which asks for it. */
export function askedMessages(folder: string): AskedMessage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => callsIn(join(folder, path)));
}

function callsIn(path: string): AskedMessage[] {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: AskedMessage[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const [name, ...parts] = node.arguments;
      const at = `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      const callee = node.expression.text;
      // `field` asks by `t(label)`, and its own second argument is no part of the message.
      if (callee === "field" && name !== undefined) found.push({ names: namesOf(name), parts: 0, at });
      if (callee === "t" && name !== undefined && !ts.isIdentifier(name))
        found.push({ names: namesOf(name), parts: parts.length, at });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesOf(name: ts.Expression): string[] {
  if (ts.isStringLiteralLike(name)) return [name.text];
  if (ts.isConditionalExpression(name)) return [...namesOf(name.whenTrue), ...namesOf(name.whenFalse)];
  if (ts.isTemplateExpression(name)) {
    return [name.head.text + name.templateSpans.map((span) => `*${span.literal.text}`).join("")];
  }
  throw new Error(`a message is asked for by ${name.getText()}, which this test cannot follow`);
}
