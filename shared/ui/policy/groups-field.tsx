import { isAppPermission } from "../../domain/app-permission";
import { ok } from "../../domain/result";
import type { Group, Person } from "../gate/gate-port";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { PickField } from "./pick-field";

/** The groups and the roles in a project that a rule names; both lists may be left out. */
export interface Groups {
  groups?: string[] | undefined;
  roles?: string[] | undefined;
}

interface GroupsProps {
  port: AlignmentPort;
  t: Translate;
  /** Whose roles are offered. */
  scope: string;
  label: string;
  value: Groups;
  onChange: (value: { groups: string[]; roles: string[] }) => void;
}

/** Groups or teams, and roles where the tracker has them, chosen by name. What cannot be found is added as a group. */
export function GroupsField({ port, t, scope, label, value, onChange }: GroupsProps) {
  const { groups = [], roles = [] } = value;
  const shown = ({ kind, name }: Group): Person => ({
    id: `${kind} ${name}`,
    name: isAppPermission(name) ? t("policy_permission") : kind === "role" ? t("policy_role", name) : name,
  });
  const chosen: Group[] = [
    ...groups.map((name) => ({ kind: "group" as const, name })),
    ...roles.map((name) => ({ kind: "role" as const, name })),
  ];
  const change = (next: readonly Group[]) => {
    const of = (wanted: Group["kind"]) => next.flatMap(({ kind, name }) => (kind === wanted ? name : []));
    onChange({ groups: of("group"), roles: of("role") });
  };
  return (
    <PickField
      t={t}
      label={label}
      value={chosen.map(shown)}
      find={async (words) => {
        const found = await port.findGroups(scope, words);
        return found.ok ? ok(found.value.map(shown)) : found;
      }}
      asTyped={(words) => t("policy_addGroup", words)}
      typed={(name) => shown({ kind: "group", name })}
      onAdd={({ id }) => {
        const [kind, name] = [id.slice(0, id.indexOf(" ")), id.slice(id.indexOf(" ") + 1)];
        change([...chosen, { kind: kind === "role" ? "role" : "group", name }]);
      }}
      onRemove={(id) => change(chosen.filter((it) => shown(it).id !== id))}
    />
  );
}
