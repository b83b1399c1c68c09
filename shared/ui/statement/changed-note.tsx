import type { ChangedSince } from "../../domain/changed-since";
import { Difference } from "../difference";
import { dayOf } from "../local-time";
import type { Translate } from "../translate";

interface ChangedProps {
  t: Translate;
  changed: ChangedSince;
  /** The account id of the person in front of the screen. */
  me: string;
}

/** What became of a statement since it was signed or asked for, for whoever is to sign it now. */
export function ChangedNote({ t, changed: { signedBy, at, parts }, me }: ChangedProps) {
  const day = dayOf(at);
  const since =
    signedBy === null
      ? t("signOff_sinceAsked", day)
      : signedBy.id === me
        ? t("signOff_sinceMine", day)
        : t("signOff_sinceSigned", signedBy.name, day);
  return (
    <section className="statement-changed" aria-label={since}>
      <h4>{since}</h4>
      {parts === null ? (
        <p>{t("signOff_textGone")}</p>
      ) : (
        <Difference t={t} parts={parts} labelOf={(part) => t(`statement_${part}`)} />
      )}
    </section>
  );
}
