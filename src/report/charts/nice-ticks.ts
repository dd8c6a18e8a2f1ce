/** Round tick values that cover `[low, high]`, about `count` of them, first ≤ low and last ≥ high. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const span = high > low ? high - low : 1;
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = ([1, 2, 5, 10].find((factor) => span / (factor * power) <= count) ?? 10) * power;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks: number[] = [];
  for (let k = first; k <= Math.max(last, first + 1); k++) ticks.push(Number((k * step).toPrecision(12)));
  return ticks;
}
