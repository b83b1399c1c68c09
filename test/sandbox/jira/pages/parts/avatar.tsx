import type { WirePerson } from "../wire";
import { Glyph } from "./glyph";

const colours = ["blue", "teal", "purple", "green", "magenta", "orange", "red", "gray"];

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? "")
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join("")
    .toUpperCase();

/** The same person always has the same colour. */
const colourOf = (accountId: string): string | undefined =>
  colours[[...accountId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours.length];

/** A person's initials in a circle; nobody is a grey outline. */
export function Avatar({ person, size = 24 }: { person: WirePerson | null; size?: number }) {
  const label = person?.displayName ?? "Unassigned";
  return (
    <span
      className={`avatar avatar-${person ? colourOf(person.accountId) : "nobody"}`}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      role="img"
      aria-label={label}
      title={label}
    >
      {person ? initials(person.displayName) : <Glyph name="person" size={Math.round(size * 0.66)} />}
    </span>
  );
}
