/** Outlines of the small line icons, drawn on a 16 by 16 grid with a stroke. */
const outlines = {
  chevronDown: "M4 6l4 4 4-4",
  chevronRight: "M6 4l4 4-4 4",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14",
  plus: "M8 3v10M3 8h10",
  more: "M3.2 8h.1M8 8h.1M12.8 8h.1",
  bell: "M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3L4 11zM6.8 14.2h2.4",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.3 6.4a1.8 1.8 0 1 1 2.5 1.7c-.6.2-.8.6-.8 1.1M8 11.4v.1",
  settings:
    "M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 2v1.6M8 12.4V14M2 8h1.6M12.4 8H14M3.8 3.8l1.1 1.1M11.1 11.1l1.1 1.1M12.2 3.8l-1.1 1.1M4.9 11.1l-1.1 1.1",
  sidebar: "M2.5 3h11v10h-11zM6.5 3v10",
  apps: "M3 3h3.5v3.5H3zM9.5 3H13v3.5H9.5zM3 9.5h3.5V13H3zM9.5 9.5H13V13H9.5z",
  person: "M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.4-2.3 2.4-3.5 5-3.5s4.6 1.2 5 3.5",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.5V8l2.5 1.5",
  star: "M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z",
  folder: "M2 4h4.5l1.5 1.5h6V13H2z",
  chart: "M3 13V8M8 13V3M13 13V6",
  globe:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 2 2.4 4 2.4 6S10 12 8 14c-2-2-2.4-4-2.4-6S6 4 8 2z",
  board: "M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v5h-3z",
  backlog: "M2.5 4h11M2.5 8h11M2.5 12h11",
  timeline: "M2.5 4h6M5 8h6M8 12h5.5",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5",
  list: "M3 4h.1M6 4h7M3 8h.1M6 8h7M3 12h.1M6 12h7",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  share:
    "M6 8.8l4 2.2M10 5L6 7.2M4.3 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11.7 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM11.7 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  subtasks: "M3 3h4v4H3zM9 9h4v4H9zM5 7v4h4",
  refresh: "M13 8a5 5 0 1 1-1.5-3.5M13 2.5V5h-2.5",
  expand: "M9.5 2.5h4v4M13.5 2.5L9 7M6.5 13.5h-4v-4M2.5 13.5L7 9",
  cross: "M4 4l8 8M12 4l-8 8",
  link: "M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5L7.5 13a3 3 0 0 1-4.3-4.3L4.7 7.2",
} as const;

export type GlyphName = keyof typeof outlines;

/** A decorative line icon in the colour of the text around it; 16 px unless told. */
export function Glyph({ name, size = 16 }: { name: GlyphName; size?: number }) {
  return (
    <svg className="glyph" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={outlines[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === "more" ? 2.2 : 1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
