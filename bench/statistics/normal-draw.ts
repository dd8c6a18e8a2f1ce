/** A draw from the standard normal distribution. */
export function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Shares of classes, all equally likely: Dirichlet with every parameter 1. */
export function uniformShares(classes: number, random: () => number): number[] {
  const draws = Array.from({ length: classes }, () => -Math.log(1 - random()));
  const total = draws.reduce((sum, draw) => sum + draw, 0);
  return draws.map((draw) => draw / total);
}

/** Place in a list of shares that sum to 1. */
export function drawClass(shares: readonly number[], random: () => number): number {
  let u = random();
  for (const [k, share] of shares.entries()) {
    if (u < share) return k;
    u -= share;
  }
  return shares.length - 1;
}
