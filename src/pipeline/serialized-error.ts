import type { ErrorCode } from '../errors/codes.ts';
import { BugError, SourceError, StudyError } from '../errors/errors.ts';
import type { SerializedError } from './worker-protocol.ts';

/** An error as it crosses processes. */
export function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: '', code: null, parameters: null };
  const coded = error as Error & { code?: unknown; parameters?: SerializedError['parameters'] };
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? '',
    code: typeof coded.code === 'string' ? coded.code : null,
    parameters: coded.parameters ?? null,
  };
}

/** The error that another process had. */
export function reviveError(error: SerializedError): Error {
  if (error.code !== null && error.parameters !== null && error.name !== 'BugError') {
    const Class = error.name === 'StudyError' ? StudyError : SourceError;
    return new Class(error.code as ErrorCode, error.parameters as never);
  }
  return new BugError(error.message, error.stack);
}
