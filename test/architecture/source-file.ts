import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";

/** One file of the project, as far as the rules look at it. Paths are relative to the project, with slashes. */
export interface SourceFile {
  path: string;
  imports: Import[];
  /** The text of every string and template literal, import specifiers left out. */
  literals: string[];
  /** It holds nothing but imports and re-exports. */
  onlyReExports: boolean;
}

export interface Import {
  /** A path in the project, or the name of a package with its subpath. */
  to: string;
  /** Erased by the compiler: nothing of it is bundled. */
  typeOnly: boolean;
}

const extensions = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];

/** All TypeScript files under the folders, and the configuration files of the root. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  const exists = (path: string) => existsSync(join(root, path)) && statSync(join(root, path)).isFile();
  const inFolders = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
        posix.join(folder, path.replaceAll("\\", "/")),
      ),
    );
  return [...readdirSync(root), ...inFolders]
    .filter((path) => /\.tsx?$/.test(path) && exists(path) && !/(^|\/)(node_modules|\.[^/]+)\//.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), "utf8"), exists));
}

/** `exists` says whether a path is a file of the project. */
export function parseSource(path: string, text: string, exists: (path: string) => boolean): SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, kind);
  const imports: Import[] = [];
  const literals: string[] = [];
  const add = (specifier: ts.Node, typeOnly: boolean) => {
    if (ts.isStringLiteralLike(specifier))
      imports.push({ to: resolve(path, specifier.text, exists), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const [specifier] = node.arguments;
        if (specifier) add(specifier, false);
      }
      if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) literals.push(node.text);
      ts.forEachChild(node, visit);
    }
  };
  visit(file);
  const reExports = file.statements.filter((it) => ts.isExportDeclaration(it) && it.moduleSpecifier);
  const onlyReExports =
    reExports.length > 0 &&
    file.statements.every((it) => ts.isImportDeclaration(it) || ts.isExportDeclaration(it));
  return { path, imports, literals, onlyReExports };
}

function resolve(from: string, specifier: string, exists: (path: string) => boolean): string {
  if (!specifier.startsWith(".")) return specifier;
  const target = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
  return extensions.map((extension) => target + extension).find(exists) ?? target;
}
