import Button from "@atlaskit/button/new";
import type { RequiredFunction } from "../../domain/policy";
import { signOffFunction } from "../../domain/sign-off";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";
import { GroupsField } from "./groups-field";
import { PeopleField } from "./people-field";

interface FunctionsProps {
  port: AlignmentPort;
  t: Translate;
  scope: string;
  functions: readonly RequiredFunction[];
  onChange: (functions: RequiredFunction[]) => void;
}

/** Which functions must sign, at least one, and who may for each. */
export function FunctionFields({ port, t, scope, functions, onChange }: FunctionsProps) {
  const change = (name: RequiredFunction["name"], next: RequiredFunction | null) =>
    onChange(
      signOffFunction.options.flatMap((it) => {
        const now = it === name ? next : functions.find((one) => one.name === it);
        return now ?? [];
      }),
    );
  return (
    <fieldset>
      <legend>{t("policy_part_functions")}</legend>
      {signOffFunction.options.map((name) => {
        const required = functions.find((it) => it.name === name);
        const label = t(`function_${wordOf(name)}`);
        return (
          <div key={name} className="policy-function">
            <label className="policy-check">
              <input
                type="checkbox"
                checked={required !== undefined}
                disabled={required !== undefined && functions.length === 1}
                onChange={(event) => change(name, event.target.checked ? { name, signers: [] } : null)}
              />
              <span>{label}</span>
            </label>
            {required && (
              <>
                <PeopleField
                  port={port}
                  t={t}
                  scope={scope}
                  label={t("policy_signers", label)}
                  value={required.signers}
                  onChange={(signers) => change(name, { ...required, signers })}
                />
                <GroupsField
                  port={port}
                  t={t}
                  scope={scope}
                  label={t("policy_signerGroups", label)}
                  value={required}
                  onChange={(groups) => change(name, { ...required, ...groups })}
                />
                <Button
                  spacing="compact"
                  aria-label={t("policy_addMeFor", label)}
                  onClick={() =>
                    void port.readMe().then((me) => {
                      if (me.ok && !required.signers.includes(me.value))
                        change(name, { ...required, signers: [...required.signers, me.value] });
                    })
                  }
                >
                  {t("policy_addMe")}
                </Button>
              </>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
