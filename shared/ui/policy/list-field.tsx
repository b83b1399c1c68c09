import { useEffect, useId, useState } from "react";

interface ListProps {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** A list of names as a line of text with commas. */
export function ListField({ label, value, onChange }: ListProps) {
  const id = useId();
  const [text, setText] = useState(value.join(", "));
  // Set from elsewhere, it is shown as it is; while typing, the text stays as it was typed.
  const outside = value.join(", ");
  useEffect(() => setText((mine) => (listOf(mine).join(", ") === outside ? mine : outside)), [outside]);
  return (
    <div className="policy-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(listOf(event.target.value));
        }}
      />
    </div>
  );
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((it) => it.trim())
      .filter((it) => it !== ""),
  ),
];
