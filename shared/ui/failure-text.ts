import type { PortFailure } from "./port";
import type { Translate } from "./translate";
import { wordOf } from "./word-of";

/** Why the tracker was not read or written, in its own words where it had any. */
export const failureText = (t: Translate, { kind, message }: PortFailure): string =>
  message ?? t(`failure_${wordOf(kind)}`);
