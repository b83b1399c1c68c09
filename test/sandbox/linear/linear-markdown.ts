/**
 * Markdown as Linear gives it back after its editor has read it: `*` for every bullet, no white space at the end of
 * lines, one empty line between blocks. Inferred; code fences stay as they are.
 */
export function normaliseMarkdown(markdown: string): string {
  let fenced = false;
  const lines: string[] = [];
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) fenced = !fenced;
    if (fenced || fence) {
      lines.push(line);
      continue;
    }
    const text = line.replace(/^(\s*)[-+*] /, "$1* ").trimEnd();
    if (text !== "" || lines.at(-1) !== "") lines.push(text);
  }
  return lines.join("\n").trim();
}
