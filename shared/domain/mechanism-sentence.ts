import type { Mechanism } from "./sheet";

/** The mechanism as people say it: "We believe X will move Y because Z", without a full stop. */
export const mechanismSentence = ({ lever, metric, reason }: Mechanism): string =>
  `We believe ${lever} will move ${metric} because ${reason}`;
