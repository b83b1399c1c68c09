import { useEffect, useId, useState } from "react";
import type { Result } from "../../domain/result";
import { failureText } from "../failure-text";
import type { Person } from "../gate/gate-port";
import type { PortFailure } from "../port";
import type { Translate } from "../translate";

interface PickProps {
  t: Translate;
  label: string;
  /** What is chosen, with the name that people know it by. */
  value: readonly Person[];
  /** A few whose names fit. */
  find: (words: string) => Promise<Result<readonly Person[], PortFailure>>;
  /** What the button says that takes what was typed as it is. */
  asTyped: (words: string) => string;
  /** Whom a text stands for that is taken as it is. */
  typed: (words: string) => Person;
  onAdd: (it: Person) => void;
  onRemove: (id: string) => void;
}

/** A pause in typing that is long enough to ask the tracker. */
const pauseMs = 250;
const leastLetters = 2;

/** A few of many, chosen by name as a person types. What cannot be found is added as it is typed. */
export function PickField({ t, label, value, find, asTyped, typed, onAdd, onRemove }: PickProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Person[]>([]);
  const [said, say] = useState("");
  const words = text.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for what is typed.
  useEffect(() => {
    setFound([]);
    say("");
    if (words.length < leastLetters) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const read = await find(words);
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
  }, [words]);

  function add(it: Person): void {
    setText("");
    if (!value.some((one) => one.id === it.id)) onAdd(it);
  }
  const offered = found.filter((it) => !value.some((one) => one.id === it.id));
  return (
    <div className="policy-field">
      <label htmlFor={id}>{label}</label>
      {value.length > 0 && (
        <ul className="policy-people">
          {value.map((it) => (
            <li key={it.id}>
              {it.name}
              <button
                type="button"
                aria-label={t("policy_removePerson", it.name)}
                onClick={() => onRemove(it.id)}
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
            <button type="button" onClick={() => add(typed(words))}>
              {asTyped(words)}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
