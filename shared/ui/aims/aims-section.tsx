import "../sheet/sheet.css";
import Button from "@atlaskit/button/new";
import { useState } from "react";
import { type Aim, aimList } from "../../domain/aim";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { AimForm } from "./aim-form";
import { AimsTrouble } from "./aims-trouble";
import { useAims } from "./use-aims";

interface AimsProps {
  port: AlignmentPort;
  t: Translate;
  scope: string;
}

/** The aims that the bets of a project may serve: listed, added and edited, or shown where the tracker has them as its own. */
export function AimsSection({ port, t, scope }: AimsProps) {
  const { now, aims, said, head, ...act } = useAims(port, t, scope);
  /** The place of the aim that is being edited; after the last: a new one. */
  const [edited, edit] = useState<number | null>(null);
  const canWrite = now !== null && now.base !== null;

  function save(aim: Aim) {
    const list = aimList.parse(aims);
    list[edited ?? list.length] = aim;
    edit(null);
    void act.save(list);
  }
  const form = (aim: Aim | null) => <AimForm t={t} aim={aim} onSave={save} onLeave={() => edit(null)} />;
  return (
    <section className="sheet-desk" aria-labelledby={`aims-${scope}`}>
      <h2 id={`aims-${scope}`}>{t("aims_title", scope)}</h2>
      {now !== null && <p className="sheet-quiet">{t(canWrite ? "aims_shared" : "aims_native")}</p>}
      {now !== null && aims.length === 0 && <p>{t("aims_none")}</p>}
      <ul className="aims">
        {aims.map((aim, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an aim is edited by its place in the list
          <li key={at}>
            {edited === at ? (
              form(aim)
            ) : (
              <>
                <strong>{aim.title}</strong>
                {aim.definitionOfDone !== null && <p>{aim.definitionOfDone}</p>}
                <div className="sheet-buttons">
                  {canWrite && (
                    <Button
                      spacing="compact"
                      aria-label={t("aims_editNamed", aim.title)}
                      onClick={() => edit(at)}
                    >
                      {t("aims_edit")}
                    </Button>
                  )}
                  <OpenButton t={t} port={port} title={aim.title} url={aim.url} />
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
      {canWrite && edited === aims.length && form(null)}
      {canWrite && edited === null && (
        <div className="sheet-buttons">
          <Button spacing="compact" onClick={() => edit(aims.length)}>
            {t("aims_add")}
          </Button>
        </div>
      )}
      {head !== null && (
        <AimsTrouble
          t={t}
          pending={head}
          onRetry={() => void port.retry([head.id])}
          onDiscard={() => void act.discard()}
          onKeepMine={() => void act.keepMine()}
        />
      )}
      <p className="sheet-quiet" role="status">
        {said}
      </p>
    </section>
  );
}

const OpenButton = ({
  t,
  port,
  title,
  url,
}: Pick<AimsProps, "t" | "port"> & { title: string; url: string | null }) =>
  url === null ? null : (
    <Button spacing="compact" aria-label={t("aims_openNamed", title)} onClick={() => port.open(url)}>
      {t("aims_open")}
    </Button>
  );
