/** `at`, or the bound that it lies beyond; `least` where the bounds cross. */
export const clamp = (at: number, least: number, most: number): number => Math.max(least, Math.min(at, most));
