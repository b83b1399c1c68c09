import Button from "@atlaskit/button/new";
import { useId, useState } from "react";
import type { WorkItem } from "../../domain/issue";
import { sheetDifference } from "../../domain/sheet-difference";
import { type SheetVersion, sheetVersions } from "../../domain/sheet-versions";
import { Difference } from "../difference";
import { failureText } from "../failure-text";
import { dayOf, timeOf } from "../local-time";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { ChoiceField } from "./field";

interface VersionsProps {
  port: AlignmentPort;
  t: Translate;
  bet: WorkItem;
}

/** Who changed what of a sheet and when, read when the person asks, with the difference between any two versions. */
export function SheetVersions({ port, t, bet }: VersionsProps) {
  const [versions, setVersions] = useState<SheetVersion[] | null>(null);
  const [said, say] = useState<string | null>(null);

  async function read() {
    say(t("sheetDesk_reading"));
    const [texts, now] = await Promise.all([
      port.readTexts(bet.id, "sheet"),
      // Also what was written by hand, of which nothing was kept.
      port.readPart(bet.id, "sheet"),
    ]);
    if (!texts.ok) return say(t("versions_unread", failureText(t, texts.error)));
    if (!now.ok) return say(t("versions_unread", failureText(t, now.error)));
    const readable = texts.value.flatMap(({ value, at, by }) =>
      value === "unreadable" ? [] : { sheet: value, at, by },
    );
    const standing = now.value.value;
    setVersions(sheetVersions(readable, standing === "unreadable" ? null : standing));
    const lost = texts.value.length - readable.length;
    say(lost === 0 ? null : t("versions_lost", String(lost)));
  }
  return (
    <section className="sheet-versions" aria-label={t("versions_title")}>
      {versions === null ? (
        <div className="sheet-buttons">
          <Button spacing="compact" onClick={() => void read()}>
            {t("versions_show")}
          </Button>
        </div>
      ) : (
        <>
          <h3>{t("versions_title")}</h3>
          {versions.length === 0 ? <p>{t("versions_none")}</p> : <Listed t={t} versions={versions} />}
          {versions.length > 1 && <Compared t={t} versions={versions} />}
        </>
      )}
      <p className="sheet-quiet" role="status">
        {said}
      </p>
    </section>
  );
}

/** Newest first. */
const Listed = ({ t, versions }: { t: Translate; versions: readonly SheetVersion[] }) => (
  <ol reversed>
    {versions.toReversed().map((it) => (
      <li key={`${it.sheet.version} ${it.at}`}>
        <strong>{nameOf(t, it)}</strong>
        <br />
        {it.changed === null
          ? t("versions_first")
          : it.changed.map((part) => t(`sheetDesk_part_${part}`)).join(", ")}
      </li>
    ))}
  </ol>
);

function Compared({ t, versions }: { t: Translate; versions: readonly SheetVersion[] }) {
  const id = useId();
  const [from, setFrom] = useState(versions.length - 2);
  const [to, setTo] = useState(versions.length - 1);
  const options = versions.map((it, at) => [String(at), nameOf(t, it)] as const);
  const [before, after] = [versions[from]?.sheet, versions[to]?.sheet];
  const parts = before && after ? sheetDifference(before, after) : [];
  return (
    <>
      <ChoiceField
        id={`${id}from`}
        label={t("versions_from")}
        value={String(from)}
        options={options}
        onChange={(at) => setFrom(Number(at))}
      />
      <ChoiceField
        id={`${id}to`}
        label={t("versions_to")}
        value={String(to)}
        options={options}
        onChange={(at) => setTo(Number(at))}
      />
      {parts.length === 0 ? (
        <p>{t("versions_same")}</p>
      ) : (
        <Difference t={t} parts={parts} labelOf={(part) => t(`sheetDesk_part_${part}`)} />
      )}
    </>
  );
}

function nameOf(t: Translate, { sheet, at, by }: SheetVersion): string {
  const version = t("sheetDesk_version", String(sheet.version));
  const when = at === null ? t("versions_now") : `${dayOf(at)}, ${timeOf(at)}`;
  return [version, when, ...by].join(", ");
}
