import type { PortFailure } from "./port";
import type { Translate } from "./translate";
import { wordOf } from "./word-of";

/** Why the tracker was not read or written, in its own words where it had any. */
export function failureText(t: Translate, { kind, message }: PortFailure): string {
  const excess = /^too-long:(\d+)$/.exec(message ?? "")?.[1];
  if (excess !== undefined) return t("failure_tooLong", excess);
  return message ?? t(`failure_${wordOf(kind)}`);
}
