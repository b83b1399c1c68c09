const paths = {
  inbox:
    "M2.5 9.5 4 3.8A1.2 1.2 0 0 1 5.2 3h5.6c.6 0 1 .3 1.2.8l1.5 5.7v2.3c0 .7-.5 1.2-1.2 1.2H3.7c-.7 0-1.2-.5-1.2-1.2V9.5Zm0 0h3l1 1.5h3l1-1.5h3",
  target: "M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm0-3a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  project: "M8 2 13 4.9v6.2L8 14l-5-2.9V4.9L8 2Zm0 6 5-3.1M8 8v6M8 8 3 4.9",
  views: "m8 2.5 6 3-6 3-6-3 6-3ZM2.5 8.5 8 11.2l5.5-2.7M2.5 11 8 13.7l5.5-2.7",
  initiative: "M3 13.5V3h8.5l-1.6 3 1.6 3H3",
  issues: "M3 4.5h10M3 8h10M3 11.5h6",
  cycle: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.7h-2.7M8 5.5V8l1.8 1.2",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2",
  compose:
    "M8 3H4.2C3.5 3 3 3.5 3 4.2v7.6c0 .7.5 1.2 1.2 1.2h7.6c.7 0 1.2-.5 1.2-1.2V8M6.5 9.5 7 7.6l5.4-5.4 1.4 1.4L8.4 9l-1.9.5Z",
  plus: "M8 3.5v9M3.5 8h9",
  chevronDown: "m4.5 6.5 3.5 3.5 3.5-3.5",
  chevronRight: "m6.5 4.5 3.5 3.5-3.5 3.5",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  filter: "M2.5 4.5h11M4.5 8h7M6.5 11.5h3",
  list: "M2.5 4h11M2.5 8h11M2.5 12h11",
  board: "M3 3h3v10H3V3Zm7 0h3v6h-3V3Z",
  star: "m8 2.3 1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.1 4.5 13l.8-3.9-2.9-2.7 3.9-.5L8 2.3Z",
  link: "M6.8 9.2a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.7.7M9.2 6.8a2.5 2.5 0 0 0-3.6 0l-2 2a2.5 2.5 0 0 0 3.6 3.6l.7-.7",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z",
  check: "m3.5 8.5 3 3 6-7",
  help: "M6.2 6.2a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.7-.9 1.4M8 11.5h.01M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z",
  person: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-5 5.5c.5-2.2 2.4-3.5 5-3.5s4.5 1.3 5 3.5",
  estimate: "M8 2.5 13.5 13h-11L8 2.5Z",
} as const;

export type GlyphName = keyof typeof paths;

/** A plain line icon; `label` is given where the icon alone says what stands beside it. */
export function Glyph({ name, color, label }: { name: GlyphName; color?: string; label?: string }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path
        d={paths[name]}
        stroke={color ?? "currentColor"}
        strokeWidth={name === "more" ? 2.2 : 1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
