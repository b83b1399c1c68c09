import { z } from "zod";
import { classNameIn } from "./class-names";

const releaseInfo = z.object({ BUILD_REVISION: z.string() });

/** The build that the HTML shell says it serves, as real Linear does in `window.__RELEASE_INFO` (reference 1.1). */
export const revision = releaseInfo.parse(Reflect.get(window, "__RELEASE_INFO")).BUILD_REVISION;

/** Class names of this build for the given source names; falsy ones are left out. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names
    .filter((name) => typeof name === "string" && name !== "")
    .map((name) => classNameIn(revision, String(name)))
    .join(" ");
}
