import Button from "@atlaskit/button/new";
import TextArea from "@atlaskit/textarea";
import { useId, useState } from "react";
import { readSheet, writeSheet } from "../../domain/markdown";
import type { Sheet } from "../../domain/sheet";
import { findingText } from "../finding-text";
import type { Translate } from "../translate";

interface ToolsProps {
  t: Translate;
  sheet: Sheet;
  onFill: (sheet: Sheet) => void;
}

/** Gives the sheet out as a page of Markdown, and takes such a page in. */
export function MarkdownTools({ t, sheet, onFill }: ToolsProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState("");
  const [said, setSaid] = useState<string[]>([]);

  async function copy() {
    const text = writeSheet(sheet);
    try {
      await navigator.clipboard.writeText(text);
      setSaid([t("sheetDesk_copied")]);
    } catch {
      // Where the browser lets nothing be put on the clipboard, the person can.
      setPage(text);
      setOpen(true);
      setSaid([t("sheetDesk_copyByHand")]);
    }
  }
  function fill() {
    const read = readSheet(page);
    if (read.kind === "value") {
      onFill(read.value);
      setOpen(false);
      setPage("");
      setSaid([t("sheetDesk_filled")]);
    } else if (read.kind === "unreadable") setSaid(read.findings.map((it) => findingText(t, it)));
  }

  return (
    <div className="sheet-markdown">
      <div className="sheet-buttons">
        <Button spacing="compact" onClick={() => void copy()}>
          {t("sheetDesk_copy")}
        </Button>
        <Button spacing="compact" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("sheetDesk_paste")}
        </Button>
      </div>
      {open && (
        <div className="sheet-field">
          <label htmlFor={id}>{t("sheetDesk_pasteLabel")}</label>
          <TextArea
            id={id}
            value={page}
            minimumRows={6}
            resize="vertical"
            isMonospaced
            onChange={(event) => setPage(event.target.value)}
          />
          <div className="sheet-buttons">
            <Button spacing="compact" isDisabled={page.trim() === ""} onClick={fill}>
              {t("sheetDesk_fill")}
            </Button>
          </div>
        </div>
      )}
      <div aria-live="polite">
        {said.map((it) => (
          <p key={it} className="sheet-quiet">
            {it}
          </p>
        ))}
      </div>
    </div>
  );
}
