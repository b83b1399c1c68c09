import type { Clock } from "../sandbox/forge/platform";

/** From now on `Date` of this process is ahead of the machine's clock, as far as what is measured moves it. Real time goes on meanwhile. */
export function moveDate(): Clock {
  const Real = Date;
  let aheadMs = 0;
  class Moved extends Real {
    constructor(...given: [] | [number | string | Date]) {
      super(...((given.length === 0 ? [Moved.now()] : given) as [number]));
    }
    static override now(): number {
      return Real.now() + aheadMs;
    }
  }
  globalThis.Date = Moved as DateConstructor;
  return {
    now: () => Moved.now(),
    moveTo(ms) {
      aheadMs = Math.max(aheadMs, ms - Real.now());
    },
  };
}
