import type { ErrorCode, ErrorParameters } from '../errors/codes.ts';
import { type FilePosition, StudyError } from '../errors/errors.ts';

/** Keys and list places that lead from the top of a study file to a value. */
export type ValuePath = readonly (string | number)[];

/** What is wrong and where; the place in the file is looked up later. */
export interface FoundProblem {
  readonly path: ValuePath;
  /** True when the key is wrong, not its value. */
  readonly atKey: boolean;
  readonly toError: (position: FilePosition) => StudyError;
}

/**
 * A problem at the value a path leads to, or at its key. Parameters that cost a search are given as a function,
 * called only if the problem is listed.
 */
export function foundProblem<C extends ErrorCode>(
  where: { readonly path: ValuePath; readonly atKey?: boolean },
  code: C,
  parameters: ErrorParameters[C] | (() => ErrorParameters[C]),
): FoundProblem {
  return {
    path: where.path,
    atKey: where.atKey ?? false,
    toError: (position) =>
      new StudyError(code, typeof parameters === 'function' ? parameters() : parameters, { position }),
  };
}

/**
 * A path for a person: `sources[channel-one].path`. Items of a list go by their id, else by their number from 1.
 */
export function pathName(path: ValuePath, study: unknown): string {
  let value = study;
  let name = '';
  for (const step of path) {
    value = memberOf(value, step);
    if (typeof step === 'string') name += name === '' ? step : `.${step}`;
    else {
      const id = memberOf(value, 'id');
      name += typeof id === 'string' && id.length <= 64 ? `[${id}]` : `[#${step + 1}]`;
    }
  }
  return name === '' ? 'the study file' : name;
}

function memberOf(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}

/** A value for a message: one line, quoted, not longer than 60 characters. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const text = String(value);
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return typeof value === 'string' ? JSON.stringify(short) : short;
}
