import { useId } from "react";
import { metricTree } from "../../domain/metric-tree";
import type { Sheet, Signal } from "../../domain/sheet";
import type { Translate } from "../translate";

const [width, box, low] = [360, 64, 120];

/** The aim with two leading indicators below it, and which of them is expected to move first. */
export function MetricTreeDrawing({ t, sheet }: { t: Translate; sheet: Sheet }) {
  const id = useId();
  const { aim, outcome, leading, first, others } = metricTree(sheet);
  const slots: (Signal | null)[] = [leading[0] ?? null, leading[1] ?? null];
  const said = [
    t("sheetDesk_treeAim", aim ?? t("sheetDesk_treeNoAim")),
    ...leading.map((it) => (it === first ? t("sheetDesk_treeFirstIs", it.name) : it.name)),
  ].join(". ");
  return (
    <figure className="sheet-tree">
      <svg viewBox={`0 0 ${width} 196`} role="img" aria-labelledby={id}>
        <title id={id}>{said}</title>
        <path className="sheet-tree-line" d={`M86 ${low} V92 H274 V${low} M180 ${box + 2} V92`} />
        <Box
          x={60}
          y={2}
          wide={240}
          kind="aim"
          head={t("sheetDesk_part_aim")}
          text={aim ?? t("sheetDesk_treeNoAim")}
        />
        {slots.map((it, at) => (
          <Box
            key={at === 0 ? "left" : "right"}
            x={at === 0 ? 2 : 190}
            y={low}
            wide={168}
            kind={it === null ? "missing" : it === first ? "first" : "leading"}
            head={it !== null && it === first ? t("sheetDesk_treeFirst") : t("sheetDesk_treeLeading")}
            text={it?.name ?? t("sheetDesk_treeNoProxy")}
          />
        ))}
      </svg>
      <figcaption className="sheet-quiet">
        {outcome === null ? t("sheetDesk_treeNoOutcome") : t("sheetDesk_treeOutcome", outcome.name)}
        {others.length > 0 && ` ${t("sheetDesk_treeOthers", others.map(({ name }) => name).join(", "))}`}
      </figcaption>
    </figure>
  );
}

interface BoxProps {
  x: number;
  y: number;
  wide: number;
  kind: "aim" | "leading" | "first" | "missing";
  head: string;
  text: string;
}

const Box = ({ x, y, wide, kind, head, text }: BoxProps) => (
  <g className={`sheet-tree-${kind}`}>
    <rect x={x} y={y} width={wide} height={box} rx={8} />
    <foreignObject x={x + 8} y={y + 4} width={wide - 16} height={box - 8}>
      <div className="sheet-tree-head">{head}</div>
      <div className="sheet-tree-text">{text}</div>
    </foreignObject>
  </g>
);
