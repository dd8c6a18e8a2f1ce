import type { StanceAnnotator, StanceResult } from '../../src/annotate/stance/annotator.ts';
import { voiceOf } from '../../src/annotate/voice/others-words.ts';
import { createWhoseWords } from '../../src/annotate/voice/whose-words.ts';
import { type CaseLanguage, type Phenomenon, placesOf, type RobustnessCase } from './case-table.ts';

/** A case and what the model made of it. */
export interface JudgedCase extends RobustnessCase {
  readonly result: StanceResult;
}

/** One language × phenomenon. */
export interface SuiteScore {
  readonly language: CaseLanguage;
  readonly phenomenon: Phenomenon;
  readonly n: number;
  /** Labelled as expected; an abstention is a miss. Of sarcasm: not taken at its word (against or abstain). */
  readonly right: number;
  /** Favor for against or the other way round. */
  readonly reversed: number;
  readonly abstained: number;
  /** False where the share is only recorded. */
  readonly scored: boolean;
}

/** Runs the cases through a model, each with the places of its own target only. */
export async function judge(
  annotator: StanceAnnotator,
  cases: readonly RobustnessCase[],
): Promise<JudgedCase[]> {
  const results = await annotator.annotate(
    cases.map(({ text, target, language }) => ({ text, spans: placesOf(text, target), language })),
  );
  return cases.map((one, i) => ({ ...one, result: results[i] as StanceResult }));
}

/** Counts by language and phenomenon, in the order of the cases. */
export function scoreSuites(judged: readonly JudgedCase[]): SuiteScore[] {
  const suites = Map.groupBy(judged, (one) => `${one.language} ${one.phenomenon}`);
  return [...suites.values()].map((mine) => {
    const { language, phenomenon, expected } = mine[0] as JudgedCase;
    const count = (is: (one: JudgedCase) => boolean): number => mine.filter(is).length;
    return {
      language,
      phenomenon,
      n: mine.length,
      right: count((one) =>
        one.expected === null
          ? one.result.label === 'against' || one.result.label === 'abstain'
          : one.result.label === one.expected,
      ),
      reversed: count(
        (one) =>
          (one.expected === 'favor' && one.result.label === 'against') ||
          (one.expected === 'against' && one.result.label === 'favor'),
      ),
      abstained: count((one) => one.result.label === 'abstain'),
      scored: expected !== null,
    };
  });
}

/** Whose words the finder of a run takes the cases for. */
export interface VoiceScore {
  readonly language: CaseLanguage;
  readonly suites: 'quoted-speech' | 'whose-words' | 'all others';
  readonly voice: RobustnessCase['voice'];
  readonly n: number;
  readonly right: number;
}

/** Tells whose words each target stands in, without any model, and counts by language, suite and voice. */
export function scoreVoices(cases: readonly RobustnessCase[]): VoiceScore[] {
  const { quotedIn } = createWhoseWords();
  const told = cases.map((one) => ({
    ...one,
    suites:
      one.phenomenon === 'quoted-speech' || one.phenomenon === 'whose-words'
        ? one.phenomenon
        : ('all others' as const),
    told: voiceOf(placesOf(one.text, one.target), { quoted: quotedIn(one.text), headline: null }),
  }));
  return [...Map.groupBy(told, (one) => `${one.language} ${one.suites} ${one.voice}`).values()].map(
    (mine) => {
      const { language, suites, voice } = mine[0] as (typeof told)[number];
      return {
        language,
        suites,
        voice,
        n: mine.length,
        right: mine.filter((one) => one.told === voice).length,
      };
    },
  );
}

/** The voices as a Markdown table; `goal` in percent. */
export function renderVoices(scores: readonly VoiceScore[], goal: number): string {
  return renderTable([
    ['language', 'suites', 'words', 'n', 'told right', `goal ${goal} %`],
    ...scores.map((one) => [
      one.language,
      one.suites,
      one.voice,
      `${one.n}`,
      `${percentRight(one)} %`,
      100 * one.right >= goal * one.n ? 'met' : 'missed',
    ]),
  ]);
}

/** Share right in whole percent, rounded down. */
export function percentRight({ right, n }: Pick<SuiteScore, 'right' | 'n'>): number {
  return Math.floor((100 * right) / n);
}

/** The scores as a Markdown table; `goal` in percent. */
export function renderScores(scores: readonly SuiteScore[], goal: number): string {
  const rows = scores.map((one) => {
    const verdict = one.scored ? (100 * one.right >= goal * one.n ? 'met' : 'missed') : 'not scored';
    return [
      one.language,
      one.phenomenon,
      `${one.n}`,
      `${percentRight(one)} %`,
      `${one.reversed}`,
      `${one.abstained}`,
      verdict,
    ];
  });
  const head = ['language', 'phenomenon', 'n', 'right', 'sign reversed', 'abstained', `goal ${goal} %`];
  return renderTable([head, ...rows]);
}

function renderTable(all: readonly (readonly string[])[]): string {
  const widths = (all[0] as string[]).map((_, c) => Math.max(...all.map((row) => (row[c] as string).length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, c) => cell.padEnd(widths[c] as number)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(all[0] as string[]), rule, ...all.slice(1).map(line), ''].join('\n');
}

/** Texts with two targets of opposite stance: in how many both are labelled right. */
export function renderPairs(judged: readonly JudgedCase[]): string {
  const texts = [...Map.groupBy(judged, (one) => one.text).values()].filter((pair) => pair.length === 2);
  const byLanguage = Map.groupBy(texts, (pair) => (pair[0] as JudgedCase).language);
  const parts = [...byLanguage].map(([language, pairs]) => {
    const right = pairs.filter((pair) => pair.every((one) => one.result.label === one.expected));
    return `${language} ${right.length} of ${pairs.length}`;
  });
  return `Texts with two targets of opposite stance, both right: ${parts.join(', ')}.\n`;
}
