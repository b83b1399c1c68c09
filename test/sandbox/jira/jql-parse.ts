import { err, ok, type Result } from "../../../shared/domain/result";

export type JqlOperand =
  | { kind: "value"; text: string }
  | { kind: "empty" }
  | { kind: "function"; name: string; args: string[] }
  | { kind: "list"; items: JqlOperand[] };

export type JqlClause =
  | { kind: "and" | "or"; parts: JqlClause[] }
  | { kind: "not"; part: JqlClause }
  | { kind: "test"; field: string; operator: string; operand: JqlOperand };

/** A parsed query; `where` is null when nothing restricts it. */
export interface JqlQuery {
  where: JqlClause | null;
  orderBy: { field: string; descending: boolean }[];
}

interface Token {
  text: string;
  kind: "word" | "string" | "symbol" | "end";
  /** Counted from 1. */
  at: number;
}

const tokenPattern =
  /\s*(?:("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(!=|!~|>=|<=|[=~<>(),])|([^\s()=!~<>,"']+))/y;

class JqlSyntaxError extends Error {}

/** Parses the grammar of JQL (clauses, AND, OR, NOT, brackets, lists, functions, ORDER BY); the error is Jira's sentence. */
export function parseJql(jql: string): Result<JqlQuery, string> {
  try {
    return ok(new JqlParser(tokensOf(jql)).query());
  } catch (error) {
    if (error instanceof JqlSyntaxError) return err(`Error in the JQL Query: ${error.message}`);
    throw error;
  }
}

function tokensOf(jql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (jql.slice(at).trim() !== "") {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(jql);
    const start = at + (jql.slice(at).length - jql.slice(at).trimStart().length) + 1;
    if (match === null)
      throw new JqlSyntaxError(
        `The character '${jql[start - 1]}' is not expected here. (line 1, character ${start})`,
      );
    const [whole, quoted, symbol, word] = match;
    if (quoted !== undefined)
      tokens.push({ kind: "string", text: quoted.slice(1, -1).replace(/\\(.)/g, "$1"), at: start });
    else
      tokens.push({ kind: symbol === undefined ? "word" : "symbol", text: symbol ?? word ?? "", at: start });
    at += whole.length;
  }
  return [...tokens, { kind: "end", text: "end of query", at: jql.length + 1 }];
}

/** Recursive descent over the tokens; each method eats what it names. */
class JqlParser {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): JqlQuery {
    const empty = this.peek().kind === "end" || this.isWord("order");
    const where = empty ? null : this.either();
    const orderBy: JqlQuery["orderBy"] = [];
    if (this.takeWord("order")) {
      if (!this.takeWord("by")) this.fail("'by'");
      do {
        const field = this.text("a field name");
        const descending = this.takeWord("desc");
        if (!descending) this.takeWord("asc");
        orderBy.push({ field, descending });
      } while (this.takeSymbol(","));
    }
    if (this.peek().kind !== "end") this.fail("either 'OR' or 'AND'");
    return { where, orderBy };
  }

  private either(): JqlClause {
    const parts = [this.both()];
    while (this.takeWord("or")) parts.push(this.both());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  private both(): JqlClause {
    const parts = [this.single()];
    while (this.takeWord("and")) parts.push(this.single());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  }

  private single(): JqlClause {
    if (this.takeWord("not")) return { kind: "not", part: this.single() };
    if (this.takeSymbol("(")) {
      const inside = this.either();
      if (!this.takeSymbol(")")) this.fail("')'");
      return inside;
    }
    const field = this.text("a field name");
    const operator = this.operator();
    return { kind: "test", field, operator, operand: this.operand() };
  }

  private operator(): string {
    const { kind, text } = this.peek();
    if (kind === "symbol" && !["(", ")", ","].includes(text)) {
      this.next += 1;
      return text;
    }
    if (this.takeWord("in")) return "in";
    if (this.takeWord("is")) return this.takeWord("not") ? "is not" : "is";
    if (this.takeWord("not")) {
      if (!this.takeWord("in")) this.fail("'in'");
      return "not in";
    }
    return this.fail("an operator");
  }

  private operand(): JqlOperand {
    if (this.takeSymbol("(")) {
      const items = [this.operand()];
      while (this.takeSymbol(",")) items.push(this.operand());
      if (!this.takeSymbol(")")) this.fail("')' or ','");
      return { kind: "list", items };
    }
    if (this.takeWord("empty") || this.takeWord("null")) return { kind: "empty" };
    const isWord = this.peek().kind === "word";
    const text = this.text("a value, list or function");
    if (!isWord || !this.takeSymbol("(")) return { kind: "value", text };
    const args: string[] = [];
    if (this.takeSymbol(")")) return { kind: "function", name: text, args };
    do args.push(this.text("an argument"));
    while (this.takeSymbol(","));
    if (!this.takeSymbol(")")) this.fail("')' or ','");
    return { kind: "function", name: text, args };
  }

  private text(expected: string): string {
    const { kind, text } = this.peek();
    if (kind !== "word" && kind !== "string") return this.fail(expected);
    this.next += 1;
    return text;
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { kind: "end", text: "end of query", at: 0 };
  }

  private isWord(word: string): boolean {
    const { kind, text } = this.peek();
    return kind === "word" && text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next += 1;
    return true;
  }

  private takeSymbol(symbol: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== "symbol" || text !== symbol) return false;
    this.next += 1;
    return true;
  }

  private fail(expected: string): never {
    const { text, at } = this.peek();
    throw new JqlSyntaxError(`Expecting ${expected} but got '${text}'. (line 1, character ${at})`);
  }
}
