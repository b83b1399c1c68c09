import { z } from "zod";
import type { Markup } from "../../markup";
import { classNameIn } from "./class-names";

const releaseInfo = z.object({
  BUILD_REVISION: z.string(),
  SANDBOX_MARKUP: z.enum(["today", "renamed"]) satisfies z.ZodType<Markup>,
});
const info = releaseInfo.parse(Reflect.get(window, "__RELEASE_INFO"));

/** The build that the HTML shell says it serves, as real Linear does in `window.__RELEASE_INFO` (reference 1.1). */
export const revision = info.BUILD_REVISION;

/** Which attributes and order of cells that build has; only the sandbox says so. */
export const markup: Markup = info.SANDBOX_MARKUP;

/** Class names of this build for the given source names; falsy ones are left out. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names
    .filter((name) => typeof name === "string" && name !== "")
    .map((name) => classNameIn(revision, String(name)))
    .join(" ");
}
