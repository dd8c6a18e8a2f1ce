import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMON_SENSE_CASES } from '../../models/training/common-sense-cases.ts';
import { seedRows } from '../../models/training/seed-sentences.ts';
import { DEFAULT_STANCE_MODEL, loadStanceAnnotator } from '../../src/annotate/stance/load-annotator.ts';
import { ROBUSTNESS_CASES } from './all-cases.ts';
import { WHOSE_WORDS } from './cases/whose-words.ts';
import {
  judge,
  percentRight,
  renderPairs,
  renderScores,
  renderVoices,
  type SuiteScore,
  scoreSuites,
  scoreVoices,
  type VoiceScore,
} from './measure-suites.ts';

/**
 * A ratchet: each floor is what the shipped model had when it was measured, in whole percent rounded down, so that a
 * new model cannot be worse anywhere. A floor is not a goal; the goal stands beside it.
 */
interface Floors {
  readonly goal: number;
  readonly floors: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Language → suites and words → share told right. */
  readonly voices: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const FLOORS_FILE = 'test/robustness/floors.json';
const DOCS_FILE = 'docs/robustness.md';
const { goal, floors, voices } = JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Floors;
const TABLE = /(<!-- table -->\n)[\s\S]*?(<!-- end of table -->)/;

let scores: readonly SuiteScore[] = [];
const voiceScores = scoreVoices([...ROBUSTNESS_CASES, ...WHOSE_WORDS]);
let table = '';

beforeAll(async () => {
  const annotator = await loadStanceAnnotator({ kind: 'linear', model: DEFAULT_STANCE_MODEL }, '.');
  const judged = await judge(annotator, ROBUSTNESS_CASES);
  scores = scoreSuites(judged);
  table = [renderScores(scores, goal), renderPairs(judged), renderVoices(voiceScores, goal)].join('\n');
  if (process.env['ROBUSTNESS_TABLE'] !== undefined) process.stdout.write(`\n${table}`);
  if (process.env['UPDATE_FLOORS'] !== undefined) raiseFloors();
  if (process.env['UPDATE_DOCS'] !== undefined)
    writeFileSync(DOCS_FILE, readFileSync(DOCS_FILE, 'utf8').replace(TABLE, `$1${table}$2`));
});

/** Raises floors to what is measured, and gives new suites one. Never lowers. */
function raiseFloors(): void {
  const raised: Record<string, Record<string, number>> = {};
  for (const one of scores.filter(({ scored }) => scored)) {
    raised[one.language] ??= {};
    const old = floors[one.language]?.[one.phenomenon] ?? 0;
    (raised[one.language] as Record<string, number>)[one.phenomenon] = Math.max(old, percentRight(one));
  }
  const raisedVoices: Record<string, Record<string, number>> = {};
  for (const one of voiceScores) {
    raisedVoices[one.language] ??= {};
    const old = voices[one.language]?.[wordsOf(one)] ?? 0;
    (raisedVoices[one.language] as Record<string, number>)[wordsOf(one)] = Math.max(old, percentRight(one));
  }
  writeFileSync(FLOORS_FILE, `${JSON.stringify({ goal, floors: raised, voices: raisedVoices }, null, 2)}\n`);
}

describe.each(Object.entries(floors))('%s', (language, byPhenomenon) => {
  const rows = Object.entries(byPhenomenon).map(
    ([phenomenon, floor]) => [phenomenon, floor, floor >= goal ? 'meets' : 'misses'] as const,
  );
  test.each(rows)(`%s: at least %i % right; %s the goal of ${goal} %`, (phenomenon, floor) => {
    const score = scores.find((one) => one.language === language && one.phenomenon === phenomenon);
    expect(score).toBeDefined();
    expect(percentRight(score as SuiteScore)).toBeGreaterThanOrEqual(floor);
  });
});

function wordsOf({ suites, voice }: VoiceScore): string {
  return `${suites}, ${voice}`;
}

describe('whose words', () => {
  test.each(voiceScores.map((one) => [one.language, wordsOf(one), one] as const))(
    '%s %s: told right as often as when it was measured',
    (language, words, one) => {
      const floor = voices[language]?.[words];
      expect(floor).toBeDefined();
      expect(percentRight(one)).toBeGreaterThanOrEqual(floor as number);
    },
  );
});

describe('the suites', () => {
  test('have at least 300 cases in each language', () => {
    for (const language of ['ru', 'en', 'zh'])
      expect(ROBUSTNESS_CASES.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(300);
  });

  test('each have a floor, sarcasm apart', () => {
    const without = scores.filter(
      (one) => one.scored && floors[one.language]?.[one.phenomenon] === undefined,
    );
    expect(without.map((one) => `${one.language} ${one.phenomenon}`)).toEqual([]);
  });

  test('repeat no text of one another and none that a model trains on', () => {
    const known = new Set([...COMMON_SENSE_CASES, ...seedRows()].map((one) => one.text));
    expect(ROBUSTNESS_CASES.filter((one) => known.has(one.text)).map((one) => one.text)).toEqual([]);
    const keys = ROBUSTNESS_CASES.map((one) => `${one.text} ${one.target.join('/')}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('hold both signs and neither, so that no constant answer does well', () => {
    for (const suite of Map.groupBy(
      ROBUSTNESS_CASES,
      (one) => `${one.language} ${one.phenomenon}`,
    ).values()) {
      const expected = suite.flatMap((one) => one.expected ?? []);
      for (const label of ['against', 'favor', 'neither'])
        expect(expected.filter((one) => one === label).length).toBeLessThanOrEqual(0.6 * suite.length);
    }
  });

  test('stand in the docs as measured', () => {
    expect(TABLE.exec(readFileSync(DOCS_FILE, 'utf8'))?.[0]).toBe(
      `<!-- table -->\n${table}<!-- end of table -->`,
    );
  });
});
