import Button from "@atlaskit/button/new";
import { type ReactNode, useRef } from "react";

interface RowsProps<Row> {
  id: string;
  legend: string;
  help: string;
  rows: readonly Row[];
  blank: Row;
  add: string;
  /** What taking the row out is called, by its place from 1. */
  remove: (place: number) => string;
  onChange: (rows: Row[]) => void;
  children: (row: Row, at: number, set: (row: Row) => void) => ReactNode;
}

/** A list to which rows can be added and from which they can be taken out. */
export function Rows<Row>({
  id,
  legend,
  help,
  rows,
  blank,
  add,
  remove,
  onChange,
  children,
}: RowsProps<Row>) {
  const list = useRef<HTMLFieldSetElement>(null);
  const focusAdd = () => list.current?.querySelector<HTMLElement>(".sheet-add button")?.focus();
  const focusLast = () =>
    requestAnimationFrame(() =>
      [...(list.current?.querySelectorAll<HTMLElement>(".sheet-row") ?? [])]
        .at(-1)
        ?.querySelector<HTMLElement>("input, textarea")
        ?.focus(),
    );
  return (
    <fieldset ref={list} id={id} tabIndex={-1} className="sheet-rows" aria-describedby={`${id}-help`}>
      <legend>{legend}</legend>
      <p id={`${id}-help`} className="sheet-quiet">
        {help}
      </p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: every input shows what its row says, so a row may take another's place
        <div key={at} className="sheet-row">
          {children(row, at, (changed) => onChange(rows.with(at, changed)))}
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              onChange(rows.filter((_, it) => it !== at));
              focusAdd();
            }}
          >
            {remove(at + 1)}
          </Button>
        </div>
      ))}
      <div className="sheet-add">
        <Button
          spacing="compact"
          onClick={() => {
            onChange([...rows, blank]);
            focusLast();
          }}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
