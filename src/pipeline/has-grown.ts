/** By a quarter, so that what telling and keeping cost stays in proportion to what is learned. */
export const hasGrown = (before: number, now: number): boolean =>
  now < before || now >= before + Math.max(3, before / 4);
