import { isRecord, own } from "./json-parts";

/** A field with arguments in a mutation, at whatever depth; `path` is its name in the answer. */
export interface GraphqlCall {
  name: string;
  path: string;
  args: Record<string, unknown>;
}

const token =
  /"""(?:\\"""|[\s\S])*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|[\s,\uFEFF]+|\.\.\.|\$?[_A-Za-z]\w*|-?\d[\w.+-]*|[\s\S]/g;
const ignored = /^[#\s,\uFEFF]/;

/**
 * The calls of a document's mutations, with their variables filled in; none where it only reads. `operation` names the one that runs
 * where there are several. Null: it cannot be read.
 */
export function graphqlCalls(text: string, variables: unknown, operation: unknown): GraphqlCall[] | null {
  const tokens = (text.match(token) ?? []).filter((it) => !ignored.test(it));
  const given = isRecord(variables) ? variables : {};
  let calls: GraphqlCall[] = [];
  let defaults: Record<string, unknown> = {};
  let at = 0;

  const next = (): string => {
    const it = tokens[at++];
    // A document that ends too early ends the reading, too.
    if (it === undefined) throw at;
    return it;
  };
  const take = (wanted: string): boolean => tokens[at] === wanted && ++at > 0;
  function until(close: string, act: () => void): void {
    while (!take(close)) act();
  }
  function named(): Record<string, unknown> {
    const all: [string, unknown][] = [];
    const close = next() === "(" ? ")" : "}";
    until(close, () => {
      const name = next();
      next();
      all.push([name, value()]);
    });
    return Object.fromEntries(all);
  }
  function value(): unknown {
    const it = next();
    if (it[0] === "$") return own(given, it.slice(1)) ?? own(defaults, it.slice(1));
    if (it.startsWith('"""')) return it.slice(3, -3).trim();
    if (it[0] === '"') return JSON.parse(it);
    if (it === "{") {
      at--;
      return named();
    }
    if (it === "[") {
      const list: unknown[] = [];
      until("]", () => list.push(value()));
      return list;
    }
    return it === "null" ? null : /^-?\d/.test(it) ? Number(it) : it;
  }
  function directives(): void {
    while (take("@")) {
      next();
      if (tokens[at] === "(") named();
    }
  }
  function selection(): void {
    if (!take("{")) return;
    until("}", () => {
      const first = next();
      if (first === "...") {
        if (tokens[at] !== "{" && tokens[at] !== "@" && next() === "on") next();
      } else {
        const name = take(":") ? next() : first;
        if (tokens[at] === "(") calls.push({ name, path: first, args: named() });
      }
      directives();
      selection();
    });
  }
  function definitions(): void {
    until(")", () => {
      const name = next().slice(1);
      next();
      while (/^[\w![\]]/.test(tokens[at] ?? "") && tokens[at] !== ")") at++;
      if (take("=")) defaults[name] = value();
      directives();
    });
  }

  try {
    const found: GraphqlCall[] = [];
    while (at < tokens.length) {
      calls = [];
      defaults = {};
      const kind = tokens[at] === "{" ? "query" : next();
      const name = /^\w/.test(tokens[at] ?? "") ? next() : "";
      const target = kind === "fragment" && take("on") ? next() : "";
      if (take("(")) definitions();
      directives();
      if (tokens[at] !== "{") return null;
      selection();
      const isRun = !operation || operation === name || target !== "";
      if (isRun && (kind === "mutation" || target === "Mutation")) found.push(...calls);
    }
    return found;
  } catch {
    return null;
  }
}
