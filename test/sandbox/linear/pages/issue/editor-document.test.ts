import { Window } from "happy-dom";
import { beforeAll, expect, it, vi } from "vitest";
import { isForeign, readMarkdown, renderMarkdown } from "./editor-document";

beforeAll(() => {
  const window = new Window();
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("Node", window.Node);
  vi.stubGlobal("Element", window.Element);
});

const editorWith = (markdown: string) => {
  const editor = document.createElement("div");
  editor.append(...renderMarkdown(markdown));
  return editor;
};

it.each([
  "One paragraph.",
  "One paragraph.\n\nAnother with *marks* and <b>text</b>.",
  "# Heading\n\nText\n\n- one\n- two\n\n## Next",
  "",
])("a description survives being shown and read: %j", (markdown) => {
  expect(readMarkdown(editorWith(markdown))).toBe(markdown);
});

it("knows its own blocks, and neither foreign elements nor attributes", () => {
  const editor = editorWith("Text");
  expect([...editor.childNodes].some(isForeign)).toBe(false);
  const badge = document.createElement("some-badge");
  badge.textContent = "aligned";
  editor.firstElementChild?.append(badge);
  expect(isForeign(badge)).toBe(true);
  expect(readMarkdown(editor)).toBe("Text");
  const paragraph = document.createElement("p");
  paragraph.setAttribute("data-mark", "1");
  expect(isForeign(paragraph)).toBe(true);
});
