import "./difference.css";
import type { ItemDifference } from "../domain/list-difference";
import type { PartDifference } from "../domain/sheet-difference";
import type { Stretch } from "../domain/text-difference";
import type { Translate } from "./translate";

interface DifferenceProps<Part extends string> {
  t: Translate;
  parts: readonly PartDifference<Part>[];
  labelOf: (part: Part) => string;
}

/** What became of each part: what is gone struck through, what is new underlined, so that no colour is needed to tell. */
export function Difference<Part extends string>({ t, parts, labelOf }: DifferenceProps<Part>) {
  return (
    <dl className="difference">
      {parts.map((it) => (
        <div key={it.part}>
          <dt>{labelOf(it.part)}</dt>
          {it.kind === "text" ? (
            <dd>
              {it.before === null && <span className="difference-note">{t("difference_new")} </span>}
              {it.after === null && <span className="difference-note">{t("difference_gone")} </span>}
              <Words stretches={it.stretches} />
            </dd>
          ) : (
            it.items
              .filter(({ kind }) => kind !== "same")
              .map((item) => (
                <dd key={textOf(item)}>
                  <Words stretches={stretchesOf(item)} />
                </dd>
              ))
          )}
        </div>
      ))}
    </dl>
  );
}

const textOf = (item: ItemDifference): string => (item.kind === "changed" ? item.after : item.text);
const stretchesOf = (item: ItemDifference): readonly Stretch[] =>
  item.kind === "changed" ? item.stretches : [{ kind: item.kind, text: item.text }];

const Words = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <>
    {stretches.map(({ kind, text }, at) => {
      const Tag = kind === "same" ? "span" : kind === "added" ? "ins" : "del";
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text, drawn anew as a whole
      return <Tag key={at}>{text}</Tag>;
    })}
  </>
);
