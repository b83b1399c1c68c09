import { type ReactNode, useId } from "react";
import { lane } from "../../domain/lane";
import { gateModes, type Policy } from "../../domain/policy";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { FunctionFields } from "./function-fields";
import { GroupsField } from "./groups-field";
import { ListField } from "./list-field";
import { PeopleField } from "./people-field";

interface FormProps {
  port: AlignmentPort;
  t: Translate;
  /** A project or team. */
  scope: string;
  policy: Policy;
  onChange: (policy: Policy) => void;
}

/** Every rule of a policy; what is not shown is left as it is. */
export function PolicyForm({ port, t, scope, policy, onChange }: FormProps) {
  const set = (some: Partial<Policy>) => onChange({ ...policy, ...some });
  const { issueTypes, breakGlass, waitLimit } = policy;
  const withoutLimit = ({ waitLimit: _, ...rest }: Policy) => rest;
  return (
    <>
      <Choice
        legend={t("policy_part_mode")}
        options={gateModes}
        chosen={policy.mode}
        labelOf={(it) => t(`policy_mode_${it}`)}
        onChoose={(mode) => set({ mode })}
      />
      <Field label={t("policy_part_effectiveFrom")}>
        {(id) => (
          <input
            id={id}
            type="date"
            value={policy.effectiveFrom ?? ""}
            onChange={(event) => set({ effectiveFrom: event.target.value || null })}
          />
        )}
      </Field>
      <ListField
        label={t("policy_typesOnly")}
        value={issueTypes.only}
        onChange={(only) => set({ issueTypes: { ...issueTypes, only } })}
      />
      <ListField
        label={t("policy_typesExcept")}
        value={issueTypes.except}
        onChange={(except) => set({ issueTypes: { ...issueTypes, except } })}
      />
      <fieldset>
        <legend>{t("policy_part_exemptLanes")}</legend>
        {lane.options.map((it) => (
          <Check
            key={it}
            label={t(`lane_${it}`)}
            on={policy.exemptLanes.includes(it)}
            onChange={(on) =>
              set({
                exemptLanes: lane.options.filter((one) =>
                  one === it ? on : policy.exemptLanes.includes(one),
                ),
              })
            }
          />
        ))}
      </fieldset>
      <Choice
        legend={t("policy_part_statementOn")}
        options={["bet", "ticket"] as const}
        chosen={policy.statementOn ?? "bet"}
        labelOf={(it) => t(`policy_statementOn_${it}`)}
        onChoose={(statementOn) => set({ statementOn })}
      />
      <FunctionFields
        port={port}
        t={t}
        scope={scope}
        functions={policy.functions}
        onChange={(functions) => set({ functions })}
      />
      <Check
        label={t("policy_part_separationOfDuties")}
        on={policy.separationOfDuties}
        onChange={(separationOfDuties) => set({ separationOfDuties })}
      />
      <Check
        label={t("policy_part_onePersonOneFunction")}
        on={policy.onePersonOneFunction === true}
        onChange={(onePersonOneFunction) => set({ onePersonOneFunction })}
      />
      <Choice
        legend={t("policy_part_withoutFacts")}
        options={["allow-and-flag", "block"] as const}
        chosen={policy.withoutFacts}
        labelOf={(it) => t(it === "block" ? "policy_facts_block" : "policy_facts_allow")}
        onChoose={(withoutFacts) => set({ withoutFacts })}
      />
      <Check
        label={t("policy_part_commentOnPutBack")}
        on={policy.commentOnPutBack === true}
        onChange={(commentOnPutBack) => set({ commentOnPutBack })}
      />
      <Check
        label={t("policy_part_entersThroughApp")}
        on={policy.entersThroughApp === true}
        onChange={(entersThroughApp) => set({ entersThroughApp })}
      />
      <fieldset>
        <legend>{t("policy_part_breakGlass")}</legend>
        <Check
          label={t("policy_glassAllowed")}
          on={breakGlass.allowed}
          onChange={(allowed) => set({ breakGlass: { ...breakGlass, allowed } })}
        />
        <Check
          label={t("policy_glassReason")}
          on={breakGlass.reasonRequired}
          onChange={(reasonRequired) => set({ breakGlass: { ...breakGlass, reasonRequired } })}
        />
        <Hours
          label={t("policy_glassHours")}
          hours={breakGlass.expiryHours}
          onChange={(expiryHours) => set({ breakGlass: { ...breakGlass, expiryHours } })}
        />
        <PeopleField
          port={port}
          t={t}
          scope={scope}
          label={t("policy_glassPeople")}
          value={breakGlass.people}
          onChange={(people) => set({ breakGlass: { ...breakGlass, people } })}
        />
        <GroupsField
          port={port}
          t={t}
          scope={scope}
          label={t("policy_glassGroups")}
          value={breakGlass}
          onChange={(groups) => set({ breakGlass: { ...breakGlass, ...groups } })}
        />
      </fieldset>
      <fieldset>
        <legend>{t("policy_part_waitLimit")}</legend>
        <Check
          label={t("policy_limitOn")}
          on={waitLimit !== undefined}
          onChange={(on) =>
            onChange(
              on ? { ...policy, waitLimit: { medianHours: 48, dropTo: "warn" } } : withoutLimit(policy),
            )
          }
        />
        {waitLimit && (
          <>
            <Hours
              label={t("policy_limitHours")}
              hours={waitLimit.medianHours}
              onChange={(medianHours) => set({ waitLimit: { ...waitLimit, medianHours } })}
            />
            <Choice
              legend={t("policy_limitDrop")}
              options={["warn", "observe"] as const}
              chosen={waitLimit.dropTo}
              labelOf={(it) => t(`policy_mode_${it}`)}
              onChoose={(dropTo) => set({ waitLimit: { ...waitLimit, dropTo } })}
            />
          </>
        )}
      </fieldset>
    </>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="policy-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

const Hours = ({
  label,
  hours,
  onChange,
}: {
  label: string;
  hours: number;
  onChange: (it: number) => void;
}) => (
  <Field label={label}>
    {(id) => (
      <input
        id={id}
        type="number"
        min={1}
        max={2160}
        required
        value={hours || ""}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    )}
  </Field>
);

export const Check = ({
  label,
  on,
  onChange,
}: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) => (
  <label className="policy-check">
    <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);

interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly T[];
  chosen: T;
  labelOf: (it: T) => string;
  onChoose: (it: T) => void;
}

function Choice<T extends string>({ legend, options, chosen, labelOf, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map((it) => (
        <label key={it} className="policy-check">
          <input type="radio" name={name} checked={it === chosen} onChange={() => onChoose(it)} />
          <span>{labelOf(it)}</span>
        </label>
      ))}
    </fieldset>
  );
}
