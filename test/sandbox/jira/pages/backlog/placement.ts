import type { WireIssue } from "../wire";
import type { Section } from "./sections";

/** Heights in CSS px; the style sheet gives the same to the elements. */
export const heights = { header: 48, row: 40, empty: 56, footer: 40, gap: 16 } as const;

export interface PlacedSection extends Section {
  top: number;
  height: number;
}

export interface PlacedRow {
  /** Counts over all sections. */
  index: number;
  issue: WireIssue;
  section: Section;
  top: number;
}

export interface Placement {
  sections: PlacedSection[];
  rows: PlacedRow[];
  height: number;
}

/** Where every section and every row of a backlog stands, in CSS px from the top. Closed sections have no rows. */
export function place(sections: readonly Section[]): Placement {
  const placed: PlacedSection[] = [];
  const rows: PlacedRow[] = [];
  let top = 0;
  for (const section of sections) {
    const listHeight = Math.max(
      section.visible.length * heights.row,
      section.visible.length ? 0 : heights.empty,
    );
    const height = heights.header + (section.open ? listHeight + heights.footer : 0);
    placed.push({ ...section, top, height });
    if (section.open) {
      section.visible.forEach((issue, at) => {
        rows.push({ index: rows.length, issue, section, top: top + heights.header + at * heights.row });
      });
    }
    top += height + heights.gap;
  }
  return { sections: placed, rows, height: top };
}

/** The rows that touch the stretch between two heights; rows come in order. */
export function rowsBetween(rows: readonly PlacedRow[], from: number, to: number): readonly PlacedRow[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.top ?? 0) + heights.row <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && (rows[end]?.top ?? 0) < to) end += 1;
  return rows.slice(low, end);
}
