import type {
  DraftedStudy,
  ListedFiles,
  Recognised,
  StudyDraft,
} from '../../../src/server/start/start-contract.ts';
import { send } from './client.ts';

/** The requests of the guided start. */
export const startApi = {
  files: () => send<ListedFiles>('/api/start/files', {}),
  recognise: (asked: {
    readonly path: string;
    readonly adapter: string | null;
    readonly fields: Readonly<Record<string, readonly string[]>> | null;
    readonly timeZone: string;
  }) => send<Recognised>('/api/start/recognise', asked),
  draft: (study: StudyDraft) => send<DraftedStudy>('/api/start/draft', study),
  write: (study: StudyDraft, replace: string | null) =>
    send<{ readonly file: string; readonly kept: string | null }>('/api/start/study', { study, replace }),
};
