import type { Room } from "../domain/limits";
import type { WriteFailure } from "../outbox/outbox-row";
import { writeFailure } from "../outbox/outbox-sender";

/** Refused before it is sent: by so many characters or bytes it is more than the tracker takes. */
export const tooLong = ({ left }: Room): WriteFailure => writeFailure("rejected", `too-long:${-left}`);
