import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeRows } from '../../src/annotate/coding/write-rows.ts';
import { seededRandom } from '../../src/stats/random.ts';

const WORDS = ['dreadful', 'mentioned', 'splendid'] as const;
const LABELS = ['against', 'neither', 'favor'] as const;
const REGIONS = ['Omsk', 'Tver', 'Perm', ''] as const;
const HEADER = ['id', 'text', 'day', 'who', 'code', 'place'];

/** A post that is markup and script to a careless page. */
export const HOSTILE_WORDS = '<img src=x onerror="document.title=1"> China';

/** The study of {@link writeExploredStudy}. */
export const EXPLORED_STUDY = `id: explored-study
title: Talk about China and Korea
question: Does talk about China turn?
period: { start: 2024-01-01, end: 2024-07-01 }
bin: month
classes: [{ id: public, label: Public }, { id: press, label: Press, speaker: institution }]
targets:
  - { id: china, label: China, aliases: [China] }
  - { id: korea, label: Korea, aliases: [Korea] }
themes: [{ id: trade, label: Trade, terms: [trade] }]
events: [{ id: summit, label: The summit, date: 2024-04-01 }]
sources:
  - { id: forum, label: The forum, adapter: csv, path: forum.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who, region: place } }
  - { id: board, label: The board, adapter: csv, path: board.csv, class: public, fields: { id: id, text: text, publishedAt: day, author: who, region: place } }
  - { id: paper, label: The paper, adapter: csv, path: paper.csv, class: press, fields: { id: id, text: text, publishedAt: day, author: who, region: place } }
annotators: { stance: { kind: column, label: code } }
privacy: { keyFile: key }
`;

interface Voices {
  readonly n: number;
  readonly nAuthors: number;
  readonly seed: number;
  readonly name: string;
}

/** Posts with copies, authors of several posts, a few places, and a few authors who write from Nome. */
function posts({ n, nAuthors, seed, name }: Voices): string[][] {
  const random = seededRandom(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  return Array.from({ length: n }, (_, i) => {
    const month = Math.floor(random() * 6);
    const day = new Date(Date.UTC(2024, month, 1 + Math.floor(random() * 28))).toISOString().slice(0, 10);
    const author = Math.floor(nAuthors * random() ** 2);
    const k = Math.min(2, Math.floor(random() * 3 + (month > 2 ? 0.4 : 0)));
    const target = random() < 0.75 ? 'China' : 'Korea';
    const about = random() < 0.4 ? ' and its trade' : '';
    const isCopy = random() < 0.2;
    const isQuoted = random() < 0.15;
    const text = isQuoted
      ? `The minister said on day ${i}: "${target}${about} is ${WORDS[k]} ${i * 17}".`
      : isCopy
        ? `All in all ${target}${about} is ${WORDS[k]}, and so it was at the ${pick(['fair', 'port', 'station'])} again and again.`
        : i === 7
          ? `${HOSTILE_WORDS} is ${WORDS[k]}`
          : `Post ${name} ${i * 7919} by the river ${i}, and ${target}${about} is ${WORDS[k]} for the people of ${pick(['Lomsk', 'Tarsk'])} ${i * 31}.`;
    const place = author % 40 === 3 ? 'Nome' : pick(REGIONS);
    return [`${name}${i}`, text, day, `${name}-author${author}`, LABELS[k] ?? '', place];
  });
}

/** Writes a small study with everything that can be selected by. Returns the path of the study file. */
export function writeExploredStudy(folder: string, study: string = EXPLORED_STUDY): string {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, of: Voices): void => {
    writeFileSync(join(folder, file), writeRows(HEADER, posts(of)));
  };
  write('forum.csv', { n: 1_400, nAuthors: 260, seed: 3, name: 'f' });
  write('board.csv', { n: 500, nAuthors: 120, seed: 4, name: 'b' });
  write('paper.csv', { n: 400, nAuthors: 40, seed: 5, name: 'p' });
  const path = join(folder, 'study.yaml');
  writeFileSync(path, study);
  return path;
}
