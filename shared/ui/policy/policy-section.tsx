import "../gate/gate.css";
import "./policy.css";
import Button from "@atlaskit/button/new";
import { policyChanges } from "../../domain/policy-changes";
import { failureText } from "../failure-text";
import type { PolicyView } from "../gate/gate-port";
import type { AlignmentPort, Pending } from "../port";
import type { Translate } from "../translate";
import { PolicyForm } from "./policy-form";
import { PolicyPreviewNote } from "./policy-preview-note";
import { PolicyVersions } from "./policy-versions";
import { usePolicy } from "./use-policy";

interface SectionProps {
  port: AlignmentPort;
  t: Translate;
  /** A project or team. */
  scope: string;
  /** A person may keep a policy for themselves here. Default: yes. */
  keepsOwn?: boolean;
}

/** The rules of the gate of one project or team: what holds and whose it is, what another one would do, and who changed it. */
export function PolicySection({ port, t, scope, keepsOwn = true }: SectionProps) {
  const policy = usePolicy(port, t, scope);
  const { view, draft, said, head } = policy;
  if (view === null || draft === null)
    return (
      <section className="policy">
        <p role="status">{said || t("policy_reading")}</p>
        {said !== "" && <Button onClick={policy.again}>{t("statement_tryAgain")}</Button>}
      </section>
    );
  const isChanged = view.holds.kind !== "value" || policyChanges(view.holds.value, draft).length > 0;
  // What holds here alone can be given to everybody as it is.
  const isOwn = view.from === "person";
  const canKeep = keepsOwn && view.project.kind === "none" && view.from !== "app" && !view.isLocked;
  return (
    <section className="policy" aria-labelledby={`policy-${scope}`}>
      <h2 id={`policy-${scope}`}>{t("policy_title", scope)}</h2>
      <p className="gate-quiet">{t(`policy_from_${view.from}`)}</p>
      {view.isDropped && <p className="trouble">{t("policy_dropped")}</p>}
      {view.isLocked && <p className="locked">{t("policy_locked")}</p>}
      <Unreadable t={t} view={view} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void policy.save(draft);
        }}
      >
        <fieldset className="policy-rules" disabled={view.isLocked}>
          <PolicyForm port={port} t={t} scope={scope} policy={draft} onChange={policy.change} />
        </fieldset>
        <PolicyPreviewNote port={port} t={t} scope={scope} policy={draft} />
        {view.base === null && (
          <div className="gate-fixes">
            <p className="gate-quiet">{t("policy_noPlace")}</p>
            <Button onClick={() => void policy.makePlace()}>{t("policy_makePlace")}</Button>
          </div>
        )}
        <div className="gate-fixes">
          <Button
            type="submit"
            appearance="primary"
            isDisabled={!(isChanged || isOwn) || view.isLocked || view.base === null || head !== null}
          >
            {t("policy_save", scope)}
          </Button>
          {canKeep && isChanged && (
            <Button onClick={() => void policy.keepOwn(draft)}>{t("policy_keepOwn")}</Button>
          )}
          {canKeep && isOwn && (
            <Button onClick={() => void policy.keepOwn(null)}>{t("policy_forgetOwn")}</Button>
          )}
          {isChanged && (
            <Button appearance="subtle" onClick={policy.reset}>
              {t("policy_reset")}
            </Button>
          )}
        </div>
      </form>
      <Trouble t={t} head={head} policy={policy} />
      <p role="status">{said}</p>
      <PolicyVersions t={t} changes={view.changes} />
    </section>
  );
}

const Unreadable = ({ t, view }: { t: Translate; view: PolicyView }) =>
  view.holds.kind !== "unreadable" ? null : (
    <div className="trouble" role="alert">
      <p>{t(view.from === "company" ? "policy_unreadableCompany" : "policy_unreadable")}</p>
      {view.holds.findings.map(({ message }) => (
        <p key={message}>
          <code>{message}</code>
        </p>
      ))}
    </div>
  );

interface TroubleProps {
  t: Translate;
  head: Pending | null;
  policy: Pick<ReturnType<typeof usePolicy>, "retry" | "discard" | "keepMine">;
}

/** Why a policy was not taken: somebody else's stands there meanwhile, or the tracker says no. */
function Trouble({ t, head, policy }: TroubleProps) {
  if (head === null || (head.failure === null && head.state !== "conflict")) return null;
  const why =
    head.state === "conflict"
      ? t("policy_conflict")
      : head.failure?.kind === "forbidden"
        ? t("policy_noRights")
        : head.failure && failureText(t, head.failure);
  return (
    <div className="trouble" role="alert">
      <p>{why}</p>
      <div className="gate-fixes">
        {head.state === "conflict" ? (
          <Button onClick={() => void policy.keepMine()}>{t("policy_keepMine")}</Button>
        ) : (
          <Button onClick={() => void policy.retry()}>{t("statement_tryAgain")}</Button>
        )}
        <Button onClick={() => void policy.discard()}>
          {t(head.state === "conflict" ? "policy_takeTheirs" : "policy_letGo")}
        </Button>
      </div>
    </div>
  );
}
