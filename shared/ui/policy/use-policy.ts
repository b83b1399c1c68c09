import { useEffect, useState } from "react";
import { defaultPolicy, type Policy } from "../../domain/policy";
import { failureText } from "../failure-text";
import type { PolicyView } from "../gate/gate-port";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { usePending } from "../use-pending";

/** The policy of a scope as it stands, what the person makes of it, and what became of saving that. */
export function usePolicy(port: AlignmentPort, t: Translate, scope: string) {
  const [view, setView] = useState<PolicyView | null>(null);
  const [draft, setDraft] = useState<Policy | null>(null);
  const [said, say] = useState("");
  const pending = usePending(port, scope, "policy");
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after a write, and when the person asks.
  useEffect(() => {
    let isCurrent = true;
    void port.readPolicy(scope).then((read) => {
      if (!isCurrent) return;
      if (read.ok) {
        setView(read.value);
        setDraft((mine) => mine ?? policyIn(read.value));
      } else say(t("policy_unread", failureText(t, read.error)));
    });
    return () => {
      isCurrent = false;
    };
  }, [port, scope, round]);

  const head = pending[0] ?? null;
  const again = () => setRound((it) => it + 1);
  const follow = (id: string) =>
    void port.settled(id).then((isDone) => {
      say(isDone ? t("policy_saved") : "");
      again();
    });
  const attempt = (act: () => Promise<void>) =>
    act().catch((error: unknown) =>
      say(t("policy_notSaved", error instanceof Error ? error.message : String(error))),
    );
  return {
    view,
    draft,
    said,
    head,
    again,
    change: (next: Policy) => setDraft(next),
    /** Back to what holds. */
    reset: () => setDraft(view && policyIn(view)),
    save: (policy: Policy) =>
      attempt(async () => {
        if (!view?.base) return;
        const id = crypto.randomUUID();
        say(t("gate_sending"));
        const after = pending.at(-1)?.id ?? null;
        await port.write([{ id, object: scope, kind: "policy", value: policy, base: view.base, after }]);
        follow(id);
      }),
    /** Makes the place for a policy where the tracker has none yet, once however many pages ask. */
    makePlace: () =>
      attempt(async () => {
        say(t("gate_sending"));
        const made = await port.inTurn("policy place", () => port.makePolicyPlace());
        say(made.ok ? "" : t("policy_notSaved", failureText(t, made.error)));
        if (made.ok) again();
      }),
    keepOwn: (policy: Policy | null) =>
      attempt(async () => {
        await port.keepOwnPolicy(policy);
        say(t(policy === null ? "policy_ownForgotten" : "policy_ownKept"));
        if (policy === null) setDraft(null);
        again();
      }),
    retry: () => attempt(() => port.retry(pending.map(({ id }) => id))),
    /** Lets go what was not taken, the last first. */
    discard: () =>
      attempt(async () => {
        for (const { id } of pending.toReversed()) await port.discard(id);
        say("");
        again();
      }),
    keepMine: () =>
      attempt(async () => {
        if (head === null) return;
        await port.resolve(head.id, head.mine);
        follow(head.id);
      }),
  };
}

const policyIn = ({ holds }: PolicyView): Policy => (holds.kind === "value" ? holds.value : defaultPolicy);
