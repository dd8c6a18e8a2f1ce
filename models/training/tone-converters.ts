import { join } from 'node:path';
import { type Converter, type GoldLine, groupOf, plain, readTable } from './converters.ts';

const TONES: Readonly<Record<string, GoldLine['label']>> = {
  negative: 'against',
  neutral: 'neither',
  positive: 'favor',
};

/** Posts whose tone as a whole was coded; greetings, congratulations and what coders skipped are left out. */
function tone(name: string, files: readonly string[]): (folder: string) => GoldLine[] {
  return (folder) => {
    const lines = new Map<string, GoldLine>();
    for (const row of files.flatMap((file) => readTable(join(folder, file)))) {
      const label = TONES[row['label'] ?? ''];
      const text = plain(row['text'] ?? '');
      if (label === undefined || text === '' || lines.has(text)) continue;
      const id = `${name}-${lines.size}`;
      const base = { id, group: groupOf(text), language: 'ru', domain: 'posts-tone', text, label };
      lines.set(text, { ...base, target: 'the author’s mood', start: null, end: null });
    }
    return [...lines.values()];
  };
}

/** Sets that code the tone of a post, not its stance toward a target. */
export const TONE_CONVERTERS: readonly Converter[] = [
  {
    name: 'rusentiment',
    folder: 'rusentiment',
    convert: tone('rusentiment', [
      'rusentiment_random_posts.csv',
      'rusentiment_preselected_posts.csv',
      'rusentiment_test.csv',
    ]),
  },
  {
    name: 'rusentitweet',
    folder: 'rusentitweet',
    convert: tone('rusentitweet', ['rusentitweet_train.csv', 'rusentitweet_test.csv']),
  },
];
