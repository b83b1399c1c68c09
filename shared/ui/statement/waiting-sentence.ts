import { isAppPermission } from "../../domain/app-permission";
import type { Waiting } from "../../domain/sign-off-waiting";
import type { Translate } from "../translate";
import { wordOf } from "../word-of";

const mostNames = 4;

/** "Waiting for engineering since Nov 24, 2026: Ana or Raj can sign." */
export function waitingSentence(
  t: Translate,
  { functions, since }: Waiting,
  names: Readonly<Record<string, string>>,
  language: string | undefined = document.documentElement.lang || undefined,
): string {
  const or = new Intl.ListFormat(language, { type: "disjunction" });
  return functions
    .map(({ name, anyone, people, unread, deadEnd, standingIn }) => {
      const known = people.flatMap((it) => names[it] ?? []);
      const unnamed = unread.map((it) => (isAppPermission(it) ? t("signOff_permission") : it));
      const others = [...known.slice(0, mostNames), ...unnamed];
      const who = anyone
        ? t("signOff_anyone")
        : deadEnd
          ? t("signOff_nobody")
          : others.length === 0
            ? t("signOff_people", String(people.length))
            : t(standingIn ? "signOff_standIn" : "signOff_can", or.format(others));
      const what = t(`function_${wordOf(name)}`);
      return since === null
        ? t("signOff_notAsked", what, who)
        : t(
            "signOff_since",
            what,
            new Date(since).toLocaleDateString(language, { dateStyle: "medium" }),
            who,
          );
    })
    .join(" ");
}
