import type { User } from "../data/model";
import { cx } from "../release";
import { Glyph } from "./glyph";

const colors = ["#5e6ad2", "#26b5ce", "#4cb782", "#d9730d", "#bb87fc", "#eb5757", "#0f7488", "#a8762f"];

/** A person's initials in a disc, or the outline of nobody. */
export function Avatar({ user, size = 18 }: { user: User | undefined; size?: number }) {
  if (!user) {
    return (
      <span className={cx("avatar-none")} title="No assignee">
        <Glyph name="person" />
      </span>
    );
  }
  const initials = user.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();
  const tint = [...user.id].reduce((sum, character) => sum + character.charCodeAt(0), 0) % colors.length;
  return (
    <span
      className={cx("avatar")}
      role="img"
      aria-label={user.name}
      title={user.name}
      style={{ width: size, height: size, fontSize: size * 0.45, background: colors[tint] }}
    >
      {initials}
    </span>
  );
}
