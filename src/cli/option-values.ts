import { InvalidArgumentError } from 'commander';

/** A whole number above 0. */
export function positive(value: string): number {
  const n = Number(value);
  if (!Number.isSafeInteger(n) || n < 1) throw new InvalidArgumentError('a whole number above 0 is needed');
  return n;
}

/** A whole number from 0. */
export function whole(value: string): number {
  const n = Number(value);
  if (!Number.isSafeInteger(n) || n < 0) throw new InvalidArgumentError('a whole number is needed');
  return n;
}

/** A number within limits, ends included. */
export function numberBetween(least: number, most: number): (value: string) => number {
  return (value) => {
    const n = value.trim() === '' ? Number.NaN : Number(value);
    if (!(n >= least && n <= most))
      throw new InvalidArgumentError(`a number from ${least} to ${most} is needed`);
    return n;
  };
}
