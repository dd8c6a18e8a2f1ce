import { relative } from 'node:path';

/** A path as a person in the working folder would write it. */
export function near(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
