import { useEffect, useState } from "react";
import type { Result } from "../../domain/result";
import { type SignatureWait, waitBuckets, waitNumbers } from "../../domain/signature-wait";
import { failureText } from "../failure-text";
import type { AlignmentPort, PortFailure } from "../port";
import type { Translate } from "../translate";
import { BarTable } from "./bar-table";

/** How long statements wait for their signatures, measured anew from the comments in the tracker. */
export function WaitNumbersPart({ port, t }: { port: AlignmentPort; t: Translate }) {
  const [read, setRead] = useState<Result<SignatureWait[], PortFailure> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void port.measureWaits().then((it) => isCurrent && setRead(it));
    return () => {
      isCurrent = false;
    };
  }, [port]);
  const numbers = read?.ok ? waitNumbers(read.value) : null;
  return (
    <>
      <h3>{t("numbers_waits")}</h3>
      {read === null && <p role="status">{t("numbers_measuring")}</p>}
      {read !== null && !read.ok && <p role="status">{failureText(t, read.error)}</p>}
      {numbers !== null && (numbers.medianHours === null || numbers.p90Hours === null) && (
        <p>{t("numbers_noWaits")}</p>
      )}
      {numbers !== null && numbers.medianHours !== null && numbers.p90Hours !== null && (
        <>
          <p>{t("numbers_wait", spanOf(t, numbers.medianHours), spanOf(t, numbers.p90Hours))}</p>
          <p className="gate-quiet">
            {t("numbers_stillWaiting", String(numbers.waiting), String(numbers.count))}
          </p>
          <BarTable
            caption={t("numbers_waits")}
            heads={[t("numbers_upTo"), t("numbers_signatures")]}
            rows={numbers.buckets.map((count, at) => ({
              name: bucketName(t, at),
              values: [count],
            }))}
          />
        </>
      )}
    </>
  );
}

const bucketName = (t: Translate, at: number): string => {
  const most = waitBuckets[at] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(most) ? spanOf(t, most) : t("numbers_longer");
};

/** Hours below two days, days beyond. */
const spanOf = (t: Translate, hours: number): string =>
  hours < 48
    ? t("numbers_hours", String(Math.round(hours * 10) / 10))
    : t("numbers_days", String(Math.round((hours / 24) * 10) / 10));
