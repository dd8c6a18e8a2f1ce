import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PollRow } from '../domain/poll.ts';
import { StudyError } from '../errors/errors.ts';
import { readPollTable } from '../measure/poll-table.ts';
import type { PollConfig, StudyConfig } from '../study/config.ts';

/** A poll of the study with the rows of its table. */
export interface PollTable {
  readonly config: PollConfig;
  readonly rows: readonly PollRow[];
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads the tables of the study's polls.
 * @throws {StudyError} `study/no-poll-file`; what `readPollTable` throws
 */
export async function readPolls(study: StudyConfig): Promise<PollTable[]> {
  return Promise.all(
    study.polls.map(async (config) => {
      const { path, measure } = config;
      const content = await readFile(resolve(study.folder, path)).catch((cause: unknown) => {
        throw new StudyError('study/no-poll-file', { path, poll: config.id }, { cause });
      });
      const minimum = measure === 'net-balance' ? -1 : 0;
      return {
        config,
        rows: readPollTable(content.toString('utf8'), { path, minimum }),
        sha256: hash('sha256', content, 'hex'),
      };
    }),
  );
}
