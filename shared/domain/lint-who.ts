import { type LintFinding, lintFinding } from "./lint-finding";
import { plainWords, readsAsEnglish } from "./plain-words";

const nobody = words(
  "user users everyone everybody anyone anybody people all enduser endusers person persons human humans someone somebody",
);
const hardlyAnybody = words(
  "customer customers client clients consumer consumers stakeholder stakeholders team teams business company organization organisation management employees staff us we visitor visitors audience public market world",
);
/** Words that narrow nothing down. */
const empty = words(
  "a an the our my your their all every each any of in on at for from and or who that which use uses using used with end final internal external different various other many most some whole entire potential current existing site website app application platform product system software service tool page here involved it",
);

/** A group that could be anybody. Certain only where the words are the emptiest there are. */
export function lintWho(who: string): LintFinding[] {
  if (!readsAsEnglish(who)) return [];
  const said = plainWords(who.replaceAll("-", " "));
  const telling = said.filter((it) => !empty.has(it) && !nobody.has(it) && !hardlyAnybody.has(it));
  const names = said.filter((it) => nobody.has(it) || hardlyAnybody.has(it));
  if (names.length === 0 || telling.length > 0) return [];
  const determiners = words("a an the our all my your every end");
  const bare = said.every((it) => nobody.has(it) || determiners.has(it));
  return [lintFinding("who", "nobody-in-particular", bare ? "block" : "warn", "name-a-group", who)];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
