/** Runs a model over the hand-written suite: `node models/training/check-common-sense.ts [MODEL_FOLDER]`. */
import { resolve } from 'node:path';
import { loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import { COMMON_SENSE_CASES, placesOf } from './common-sense-cases.ts';

const model = resolve(process.argv[2] ?? 'models/stance-1');
const annotator = await loadStanceAnnotator({ kind: 'linear', model }, '.');
const results = await annotator.annotate(
  COMMON_SENSE_CASES.map(({ text, target, language }) => ({ text, spans: placesOf(text, target), language })),
);
for (const language of ['ru', 'en', 'zh']) {
  const mine = COMMON_SENSE_CASES.map((one, i) => ({ ...one, result: results[i] })).filter(
    (one) => one.language === language,
  );
  const hits = mine.filter((one) => one.result?.label === one.expected).length;
  console.log(`${language}: ${hits} of ${mine.length}`);
  for (const { text, expected, result, obvious } of mine)
    if (result?.label !== expected) console.log(`  ${obvious ? '!' : ' '} ${expected} →`, result, text);
}
