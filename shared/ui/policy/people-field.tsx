import { useEffect, useId, useState } from "react";
import { failureText } from "../failure-text";
import type { Person } from "../gate/gate-port";
import type { AlignmentPort } from "../port";
import type { Translate } from "../translate";

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

/** A pause in typing that is long enough to ask the tracker. */
const pauseMs = 250;
const leastLetters = 2;

/** People, chosen by name and kept by account id. Who cannot be found by name is added by their id as it is typed. */
export function PeopleField({ port, t, scope, label, value, onChange }: PeopleProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Person[]>([]);
  const [said, say] = useState("");
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const unnamed = value.filter((it) => names[it] === undefined);
  const words = text.trim();

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

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for what is typed.
  useEffect(() => {
    setFound([]);
    say("");
    if (words.length < leastLetters) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const read = await port.findPeople(scope, words);
      if (!isCurrent) return;
      if (read.ok) setFound(read.value);
      say(
        !read.ok ? failureText(t, read.error) : read.value.length === 0 ? t("policy_nobodyFound", words) : "",
      );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [port, scope, words]);

  function add({ id, name }: Person): void {
    setNames((known) => ({ ...known, [id]: name }));
    setText("");
    if (!value.includes(id)) onChange([...value, id]);
  }
  const offered = found.filter((it) => !value.includes(it.id));
  return (
    <div className="policy-field">
      <label htmlFor={id}>{label}</label>
      {value.length > 0 && (
        <ul className="policy-people">
          {value.map((it) => (
            <li key={it}>
              {names[it] ?? it}
              <button
                type="button"
                aria-label={t("policy_removePerson", names[it] ?? it)}
                onClick={() => onChange(value.filter((one) => one !== it))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        value={text}
        autoComplete="off"
        placeholder={t("policy_findPerson")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          const [first] = offered;
          if (first) add(first);
        }}
      />
      <p role="status" className="gate-quiet">
        {said}
      </p>
      {(offered.length > 0 || said !== "") && (
        <div className="policy-found">
          {offered.map((it) => (
            <button key={it.id} type="button" onClick={() => add(it)}>
              {it.name}
            </button>
          ))}
          {said !== "" && (
            <button type="button" onClick={() => add({ id: words, name: words })}>
              {t("policy_addId", words)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
