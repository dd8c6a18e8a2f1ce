/**
 * Converts the public data sets into gold NDJSON: `node models/training/convert-gold.ts DATA_FOLDER OUT_FOLDER`.
 * Nothing of the sets is kept in the repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONVERTERS } from './converters.ts';
import { TONE_CONVERTERS } from './tone-converters.ts';

const [dataFolder, outFolder] = process.argv.slice(2);
if (dataFolder === undefined || outFolder === undefined) {
  console.error('usage: node models/training/convert-gold.ts DATA_FOLDER OUT_FOLDER');
  process.exitCode = 2;
} else {
  mkdirSync(outFolder, { recursive: true });
  for (const converter of [...CONVERTERS, ...TONE_CONVERTERS]) {
    const rows = converter.convert(join(dataFolder, converter.folder));
    const path = join(outFolder, `${converter.name}.ndjson`);
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const counts = new Map<string, number>();
    for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1);
    console.log(converter.name, rows.length, Object.fromEntries([...counts].sort()));
  }
}
