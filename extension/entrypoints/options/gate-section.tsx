import { useEffect, useState } from "react";
import { ScopeChoice } from "../../../shared/ui/gate/scope-choice";
import { PolicySection } from "../../../shared/ui/policy/policy-section";
import type { Translate } from "../../../shared/ui/translate";
import { sendMessage } from "../../messaging/extension-protocol";
import { apis } from "../../trackers/apis";
import { trackerOfOrigin } from "../../trackers/hosts";
import { siteRows } from "../../ui/site-rows";
import type { Situation } from "../../ui/situation";
import { useDesk } from "../../ui/use-desk";

interface GateProps {
  situation: Situation;
  t: Translate;
}

/** The gate's rules, of any project or team of a site that is on. */
export function GateSection({ situation, t }: GateProps) {
  const tenants = useTenants(situation);
  const [chosen, choose] = useState<string | null>(null);
  const tenant = tenants.find((it) => it === chosen) ?? tenants[0] ?? null;
  const port = useDesk(tenant);
  return (
    <section aria-labelledby="gate">
      <h2 id="gate">{t("optionsGate")}</h2>
      {tenants.length > 1 && (
        <p>
          <label htmlFor="gate-site">{t("optionsGateSite")}</label>{" "}
          <select id="gate-site" value={tenant ?? ""} onChange={(event) => choose(event.target.value)}>
            {tenants.map((it) => (
              <option key={it}>{it}</option>
            ))}
          </select>
        </p>
      )}
      {port === null ? (
        <p className="quiet">{t("optionsGateNone")}</p>
      ) : (
        <ScopeChoice key={tenant} port={port} t={t} ticket={null}>
          {(scope) => <PolicySection port={port} t={t} scope={scope} />}
        </ScopeChoice>
      )}
    </section>
  );
}

/** The ids of the tenants that are on. Where a site serves several, it is the one of the person's key. */
function useTenants(situation: Situation): readonly string[] {
  const [workspace, setWorkspace] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void sendMessage("readLinearAccount", undefined).then(
      (it) => isCurrent && setWorkspace(it?.workspace ?? null),
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return siteRows(situation).flatMap(({ origin, state }) => {
    const tracker = trackerOfOrigin(origin);
    if (state !== "on" || tracker === null) return [];
    if (apis[tracker].caller === "page") return origin;
    return workspace === null ? [] : `${origin}/${workspace}`;
  });
}
