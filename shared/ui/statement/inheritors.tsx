import { useEffect, useState } from "react";
import { type Inheritors, inheritorsOf } from "../../domain/inheritors";
import type { WorkItem } from "../../domain/issue";
import { failureText } from "../failure-text";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";

interface InheritorsProps {
  port: AlignmentPort;
  t: Translate;
  /** The object that carries the statement. */
  carrier: WorkItem;
}

interface Found extends Inheritors {
  /** `known`: as far as this browser has seen; `cut`: the tracker has more. */
  extent: "known" | "whole" | "cut";
}

/** Which tickets take the statement of an object: how many, and which, from what is known at once and then from the tracker. */
export function InheritorList({ port, t, carrier: { id, isBet } }: InheritorsProps) {
  const [found, setFound] = useState<Found | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Found) => isCurrent && setFound(next);
    setTrouble(null);
    const known = port.knownBelow(id).then((it) => show({ ...inheritorsOf(id, it), extent: "known" }));
    void Promise.all([port.readBelow(id), known]).then(([read]) => {
      if (read.ok)
        show({ ...inheritorsOf(id, read.value.tickets), extent: read.value.isCut ? "cut" : "whole" });
      else if (isCurrent) setTrouble(failureText(t, read.error));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, id, t]);

  const isAlone = found !== null && found.inherit.length + found.own.length === 0;
  // A ticket with nothing below it is the usual case, which is not remarked on.
  if (isAlone && !isBet) return null;
  return (
    <div className="statement-inherit" aria-live="polite">
      {found === null ? (
        <p className="statement-quiet">{t("inherit_reading")}</p>
      ) : (
        <Names t={t} {...found} />
      )}
      {trouble !== null && <p className="statement-quiet">{t("inherit_unread", trouble)}</p>}
    </div>
  );
}

function Names({ t, inherit, own, extent }: Found & { t: Translate }) {
  const count = extent === "cut" ? t("inherit_atLeast", String(inherit.length)) : String(inherit.length);
  return (
    <>
      {inherit.length === 0 ? (
        <p>{t("inherit_none")}</p>
      ) : (
        <details>
          <summary>{t(inherit.length === 1 ? "inherit_one" : "inherit_several", count)}</summary>
          <ul>
            {inherit.map(({ id, key, title }) => (
              <li key={id}>
                {key} {title}
              </li>
            ))}
          </ul>
        </details>
      )}
      {own.length > 0 && (
        <p className="statement-quiet">
          {t(
            "inherit_own",
            new Intl.ListFormat(document.documentElement.lang || undefined).format(own.map(({ key }) => key)),
          )}
        </p>
      )}
      {extent !== "whole" && (
        <p className="statement-quiet">{t(extent === "known" ? "inherit_known" : "inherit_cut")}</p>
      )}
    </>
  );
}
