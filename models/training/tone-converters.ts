import { join } from 'node:path';
import { type Converter, type GoldLine, groupOf, plain, readTable, uniqueTexts } from './converters.ts';

const TONES: Readonly<Record<string, GoldLine['label']>> = {
  negative: 'against',
  neutral: 'neither',
  positive: 'favor',
};

/**
 * Document tone as stance toward nothing that the text names. Left out: `skip` (nobody could say) and `speech`
 * (greetings, thanks and congratulations, which have no tone in these sets).
 */
function tone(name: string, domain: string, files: readonly string[]): (folder: string) => GoldLine[] {
  return (folder) => {
    const rows = files.flatMap((file) => readTable(join(folder, file)));
    const lines = rows.flatMap((row, i): GoldLine[] => {
      const label = TONES[row['label'] ?? ''];
      const text = plain(row['text'] ?? '');
      if (label === undefined || text === '') return [];
      const place = { target: 'the whole text', start: null, end: null };
      return [{ id: `${name}-${i}`, group: groupOf(text), language: 'ru', domain, text, ...place, label }];
    });
    return uniqueTexts(lines);
  };
}

/** Sets that code the tone of a whole text. */
export const TONE_CONVERTERS: readonly Converter[] = [
  {
    name: 'rusentiment',
    folder: 'rusentiment',
    convert: tone('rusentiment', 'posts-tone', [
      'rusentiment_random_posts.csv',
      'rusentiment_preselected_posts.csv',
      'rusentiment_test.csv',
    ]),
  },
  {
    name: 'rusentitweet',
    folder: 'rusentitweet',
    convert: tone('rusentitweet', 'tweets-tone', ['rusentitweet_train.csv', 'rusentitweet_test.csv']),
  },
];
