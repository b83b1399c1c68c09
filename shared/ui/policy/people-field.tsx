import { useEffect, useState } from "react";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";
import { PickField } from "./pick-field";

interface PeopleProps {
  port: AlignmentPort;
  t: Translate;
  /** Whose people are offered. */
  scope: string;
  label: string;
  /** Account ids. */
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** People, chosen by name and kept by account id. Who cannot be found by name is added by their id as it is typed. */
export function PeopleField({ port, t, scope, label, value, onChange }: PeopleProps) {
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const unnamed = value.filter((it) => names[it] === undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: by the ids, not by the list that holds them.
  useEffect(() => {
    if (unnamed.length === 0) return;
    let isCurrent = true;
    // Without names the ids are shown, which is what the policy keeps.
    void port.readNames(unnamed).then(
      (read) => isCurrent && read.ok && setNames((known) => ({ ...known, ...read.value })),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [port, unnamed.join(" ")]);

  return (
    <PickField
      t={t}
      label={label}
      value={value.map((id) => ({ id, name: names[id] ?? id }))}
      find={(words) => port.findPeople(scope, words)}
      asTyped={(words) => t("policy_addId", words)}
      typed={(id) => ({ id, name: id })}
      onAdd={({ id, name }) => {
        setNames((known) => ({ ...known, [id]: name }));
        onChange([...value, id]);
      }}
      onRemove={(id) => onChange(value.filter((it) => it !== id))}
    />
  );
}
