import { type PolicyPart, policyChanges } from "../../domain/policy-changes";
import type { PolicyView } from "../gate/gate-port";
import { dayOf, timeOf } from "../local-time";
import type { Translate } from "../translate";

interface VersionsProps {
  t: Translate;
  /** Newest first. */
  changes: PolicyView["changes"];
}

/** Who changed what of a policy, as far as the tracker keeps it. */
export function PolicyVersions({ t, changes }: VersionsProps) {
  if (changes.length === 0) return <p className="gate-quiet">{t("policy_noVersions")}</p>;
  return (
    <details className="policy-versions">
      <summary>{t("policy_versions", String(changes.length))}</summary>
      <ol>
        {changes.map(({ at, by, policy }, place) => {
          const before = changes[place + 1]?.policy ?? null;
          const what: readonly PolicyPart[] = policy && before ? policyChanges(before, policy) : [];
          return (
            <li key={at}>
              {dayOf(at)} {timeOf(at)}, {by.length === 0 ? t("policy_somebody") : by.join(", ")}:{" "}
              {policy === null
                ? t("policy_versionUnread")
                : before === null
                  ? t("policy_versionWhole", t(`policy_mode_${policy.mode}`))
                  : what.map((it) => t(`policy_part_${it}`)).join(", ") || t("policy_versionSame")}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
