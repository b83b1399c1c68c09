import { type LintFinding, lintFinding } from "./lint-finding";
import { holdsAmount, plainWords, readsAsEnglish } from "./plain-words";

const build =
  "add|adopt|automate|build|change|create|deploy|design|develop|enable|enhance|expose|extend|implement|improve|install|integrate|introduce|launch|make|migrate|modernise|modernize|move|optimise|optimize|provide|redesign|refactor|release|remove|rename|replace|rewrite|roll out|set up|setup|ship|simplify|support|switch|unify|update|upgrade|use";
const openings = [
  new RegExp(`^(?:please )?(?:${build})\\b`, "i"),
  new RegExp(
    `^(?:we|i) (?:should|must|want to|would like to|need to|have to|plan to|could) (?:${build})\\b`,
    "i",
  ),
  // What others must do is often the pain itself; what they should or want to do is a wish.
  new RegExp(`^\\w+ (?:should|want to|would like to) (?:be able to )?(?:${build})\\b`, "i"),
  /^(?:we|i) (?:need|want|would like|require)(?: to have)? (?:an?|the|new|better|more)\b/i,
  /^let(?:'|’)?s\b/i,
  /^as an? .{2,60}?,? i (?:want|need|would like)\b/i,
  /^(?:there is no|we (?:do not|don't|don’t) have|no|lack of|missing|absence of|we lack|we are missing)(?: an?| any)? /i,
  /\b(?:should|must|needs? to) be (?:added|automated|built|changed|created|implemented|improved|integrated|introduced|migrated|modernised|modernized|redesigned|refactored|replaced|rewritten|updated|upgraded)\b/i,
];
/** What only stands where something goes wrong for somebody. */
const pain =
  /\b(?:can ?not|can'?t|cannot|could not|couldn't|fails?|failed|failing|lost?|los(?:e|es|ing)|waits?|waiting|late|slow(?:ly)?|wrong|errors?|never|nothing|forgets?|forgotten|miss(?:es|ed|ing)?|again|twice|by hand|manually|because|but|so that they|so (?:they|he|she|it|people|we)|until|without|too|takes?|hours?|minutes?|clicks?|times out|time out|gives? up|leaves?|left|confus\w+|crash\w*|break\w*|broken|hangs?|freez\w+|frozen|stuck|doubled|grows?|still|empty|behind|ahead|surprise\w*)\b/i;
const vague = new Set(
  "it this that everything the a an our is are not isn't very quite really too so and or more less be could should needs need to improvement improved better good bad great poor weak ugly slow clunky old outdated dated confusing complicated complex annoying terrible awful broken wrong issue issues problem problems user users customer customers ux ui experience design usability performance quality interface page app product system process things stuff optimal ideal enough works work working well there some many general in bit".split(
    " ",
  ),
);

/** A remedy where the pain should stand, or words that would fit any problem. Never certain: people name buttons and builds. */
export function lintProblem(problem: string): LintFinding[] {
  if (!readsAsEnglish(problem)) return [];
  const remedy = openings.map((it) => it.exec(problem)?.[0]).find((it) => it !== undefined);
  if (remedy !== undefined && !saysPain(problem, remedy))
    return [lintFinding("problem", "solution-as-problem", "warn", "say-what-goes-wrong", remedy.trim())];
  const words = plainWords(problem);
  if (!holdsAmount(problem) && (words.length < 3 || words.every((it) => vague.has(it))))
    return [lintFinding("problem", "vague-problem", "warn", "be-specific", problem)];
  return [];
}

function saysPain(problem: string, remedy: string): boolean {
  const rest = problem.replace(remedy, " ");
  // A user story gives its reason after "so that", which is a wish and no pain.
  if (/^as an? /i.test(remedy)) return false;
  return pain.test(rest) || (holdsAmount(rest) && plainWords(rest).length > 6);
}
