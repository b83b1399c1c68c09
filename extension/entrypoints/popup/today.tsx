import { useEffect, useState } from "react";
import type { Translate } from "../../../shared/ui/translate";
import { sendMessage, type TodayNumbers } from "../../messaging/extension-protocol";
import { Message } from "../../ui/message";
import { useAttempt } from "../../ui/use-attempt";

const numbers = ["tickets", "aligned", "orphans"] as const;

/** Today's numbers over all sites. */
export function Today({ t }: { t: Translate }) {
  const [today, setToday] = useState<TodayNumbers | null>(null);
  const { note, attempt } = useAttempt(t);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the popup opens
  useEffect(
    () =>
      void attempt(async () => {
        setToday(await sendMessage("readToday", undefined));
        return null;
      }),
    [],
  );
  return (
    <section aria-labelledby="today">
      <h2 id="today">{t("popupToday")}</h2>
      <dl className="today">
        {numbers.map((name) => (
          <div key={name}>
            <dd>{today?.[name] ?? "–"}</dd>
            <dt>{t(`popupToday_${name}`)}</dt>
          </div>
        ))}
      </dl>
      <Message note={note} />
    </section>
  );
}
