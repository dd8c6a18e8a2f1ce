import { appendFile, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { StudyConfig } from '../study/config.ts';
import { waveFolder } from './study-codings.ts';

const ENTRY = z.object({
  /** Given by the page: a submission that comes twice counts once. */
  id: z.string(),
  at: z.string(),
  mention: z.string(),
  /** Null = taken back. */
  label: z.enum(['against', 'neither', 'favor', 'unclear']).nullable(),
  themes: z.array(z.string()),
  isQuoted: z.boolean(),
});

/** One thing that a coder did in the browser. Never text. */
export type JournalEntry = z.infer<typeof ENTRY>;

/** What a coder says of a mention beside its label. */
export interface CodingMarks {
  readonly themes: readonly string[];
  /** The words are another's. */
  readonly isQuoted: boolean;
}

type Place = Pick<StudyConfig, 'codings' | 'folder'>;

/** What a coder did in a wave, in the order in which it came. A line that a kill left unfinished says nothing. */
export async function readJournal(study: Place, wave: string, coder: string): Promise<JournalEntry[]> {
  const text = await readFile(fileOf(study, wave, coder), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line): JournalEntry[] => {
    try {
      const parsed = ENTRY.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}

/** Adds to the journal; nothing in it is ever changed. */
export async function appendJournal(
  study: Place,
  to: { readonly wave: string; readonly coder: string },
  entries: readonly JournalEntry[],
): Promise<void> {
  const path = fileOf(study, to.wave, to.coder);
  const begin = (await endsLine(path)) ? '' : '\n';
  await appendFile(path, begin + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

/** Marks by mention, as they were given last. */
export function marksOf(journal: readonly JournalEntry[]): ReadonlyMap<string, CodingMarks> {
  return new Map(journal.map(({ mention, themes, isQuoted }) => [mention, { themes, isQuoted }]));
}

async function endsLine(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return true;
  try {
    const { size } = await file.stat();
    if (size === 0) return true;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] === 0x0a;
  } finally {
    await file.close();
  }
}

function fileOf(study: Place, wave: string, coder: string): string {
  return join(waveFolder(study, wave), `${coder}.jsonl`);
}
