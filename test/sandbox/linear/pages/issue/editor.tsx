import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { toast } from "sonner";
import { cx } from "../release";
import { isForeign, readMarkdown, renderMarkdown } from "./editor-document";

interface EditorProps {
  label: string;
  name: string;
  value: string;
  /** A delta's number: after each, the editor shows `value` again unless it is being edited. */
  version: number;
  editorId?: string;
  singleLine?: boolean;
  /** Null: to be read only. */
  onSave: ((value: string) => void) | null;
}

/**
 * An editor in the manner of ProseMirror: it owns every node in it. A node that it does not know is removed, the document is
 * put back to what it was, and the edit that is lost with it is reported.
 */
export function Editor({ label, name, value, version, editorId, singleLine = false, onSave }: EditorProps) {
  const element = useRef<HTMLDivElement>(null);
  const known = useRef(value);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a delta puts back what it does not confirm
  useLayoutEffect(() => {
    const editor = element.current;
    if (!editor || document.activeElement === editor) return;
    known.current = value;
    if (editor.childNodes.length === 0 || shownText(editor, singleLine) !== value)
      show(editor, value, singleLine);
  }, [value, version, singleLine]);

  useEffect(() => {
    const editor = element.current;
    if (!editor) return;
    const observer = new MutationObserver((records) => {
      const foreign = records
        .flatMap((record) => [...record.addedNodes])
        .filter((node) => editor.contains(node) && isForeign(node));
      if (foreign.length === 0) return;
      show(editor, known.current, singleLine);
      observer.takeRecords();
      toast.error("Edit was lost", {
        description: "The editor found content that it does not know and restored the document.",
      });
    });
    observer.observe(editor, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [singleLine]);

  const save = () => {
    const editor = element.current;
    if (!editor || !onSave) return;
    const written = shownText(editor, singleLine);
    if (written !== known.current && !(singleLine && written === "")) {
      known.current = written;
      onSave(written);
    }
  };
  const endAtEnter = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Escape" && !(singleLine && event.key === "Enter")) return;
    event.preventDefault();
    event.currentTarget.blur();
  };
  const pasteText = (event: ClipboardEvent) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rich text editor, as ProseMirror makes it
    <div
      ref={element}
      className={cx(name, "ProseMirror")}
      role="textbox"
      tabIndex={onSave ? 0 : undefined}
      aria-label={label}
      aria-multiline={!singleLine}
      aria-readonly={onSave === null}
      contentEditable={onSave !== null}
      suppressContentEditableWarning
      spellCheck={false}
      translate="no"
      data-editor-id={editorId}
      onFocus={() => document.execCommand("defaultParagraphSeparator", false, "p")}
      onBlur={save}
      onKeyDown={endAtEnter}
      onPaste={pasteText}
    />
  );
}

function show(editor: HTMLElement, value: string, singleLine: boolean): void {
  const line = document.createElement("p");
  line.textContent = value;
  editor.replaceChildren(...(singleLine ? [line] : renderMarkdown(value)));
}

function shownText(editor: HTMLElement, singleLine: boolean): string {
  return singleLine ? (editor.textContent ?? "").trim() : readMarkdown(editor);
}
