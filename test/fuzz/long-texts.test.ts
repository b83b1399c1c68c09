import { expect, it } from "vitest";
import { readSheet, readStatement } from "../../shared/domain/markdown";
import { readPolicy } from "../../shared/domain/policy";
import { readAsk, readSignature } from "../../shared/domain/sign-off";

/** So long that a reader that goes back over its text for every character of it never ends here. */
const length = 200_000;
const long = (part: string) => part.repeat(Math.ceil(length / part.length));
/** Parts that each cost a sentence about what is wrong with them. */
const many = (part: string) => part.repeat(1_000);

/** What careless patterns stumble over: a long run, then something that makes them start again one character later. */
// biome-ignore format: one run a line would hide the rest
const runs: readonly string[] = [
  `- ${long(" ")}x\u2028y`, `${long(" ")}x\u2028y`, `# ${long(" ")}\u2028`, `**Date:** ${long(" ")}\u2028!`,
  ...["*", "_", "`", "~", "\\", "[", "](", "<https://", "1", ":", "\\a", " up from 1", " will move ", "**a** ", "0"].map((it) => `${long(it)}\u2028!`),
  ...["* x\n", "Owner: x\n", "## Aim\n", "```\n", "\r"].map(many),
  `proxy: **${long("\\a")}`, `We believe **${long("\\a")}** will move`, `[${long("\\[")}](https://a.example)`,
];

it.each<[string, (run: string) => string]>([
  ["alone", (run) => run],
  ["under a heading with words", (run) => `## Mechanism\n\n${run}\n\n## Who\n\n${run}\n`],
  ["under a heading with a list", (run) => `## Signals\n\n${run}\n\n## Evidence\n\n${run}\n`],
  ["behind a label", (run) => `## Stage gate\n\n**Date:** ${run}\n`],
  ["behind a bullet", (run) => `## Signals\n\n- proxy: ${run}\n\n## Risks\n\n* One-way door: ${run}\n`],
])("a text without end is read to its end, %s", (_, place) => {
  for (const run of runs) {
    const page = place(run);
    for (const read of [readSheet, readStatement, readPolicy]) expect(read(page).kind).toBeTruthy();
    readSignature(page);
    readAsk(page);
  }
});
