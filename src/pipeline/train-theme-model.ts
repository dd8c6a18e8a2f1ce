import { mkdir } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { readCodedPassages } from '../annotate/themes/coded-passages.ts';
import type { ThemeModelCard } from '../annotate/themes/theme-card.ts';
import { renderThemeCard } from '../annotate/themes/theme-readme.ts';
import { trainThemes } from '../annotate/themes/train-themes.ts';
import { readNamedFile } from './named-file.ts';
import { writeWhole } from './part-store.ts';
import type { TrainOptions } from './train-model.ts';

/**
 * Trains a model of themes on the user's own codings. The same rows and seed give the same bytes.
 * @throws StudyError `gold/invalid` naming the line, `gold/too-few-codings`; SourceError `source/unreadable`
 */
export async function trainThemeModel(options: TrainOptions): Promise<ThemeModelCard> {
  const passages = readCodedPassages(await readNamedFile(options.data), options.data);
  const { card, weights } = trainThemes({
    name: basename(resolve(options.out)),
    data: basename(options.data, extname(options.data)),
    passages,
    seed: options.seed,
    progress: options.progress,
  });
  await mkdir(options.out, { recursive: true });
  await writeWhole(join(options.out, 'weights.bin'), weights);
  await writeWhole(join(options.out, 'model.json'), `${JSON.stringify(card, null, 1)}\n`);
  await writeWhole(join(options.out, 'README.md'), renderThemeCard(card));
  return card;
}
