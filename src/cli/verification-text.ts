import type { CheckOutcome, Verification } from '../domain/verification.ts';

const WIDTH = 80;
const MARKS = { agrees: '✓', differs: '✗', 'not-checked': '–' } as const;
const STATES = { agrees: '', differs: 'differs: ', 'not-checked': 'not checked: ' } as const;

/** Mismatches and missing files of one check that are printed; `--json` has all. */
const MOST_SHOWN = 20;

/** What a verification says, in lines of at most 80 columns. */
export function verificationText(verification: Verification): string {
  const { checks, isVerified, manifestDigest, recordsRoot } = verification;
  const lines = checks.flatMap(outcomeLines);
  const sources = checks.find(({ check }) => check === 'sources');
  const nDiffering = checks.reduce((sum, { mismatches }) => sum + mismatches.length, 0);
  const verdict = isVerified
    ? (sources?.missing.length ?? 0) > 0
      ? 'verified from the store; files of the study are missing and were not read'
      : 'verified: nothing differs'
    : nDiffering > 0
      ? `not verified: ${nDiffering} ${nDiffering === 1 ? 'difference' : 'differences'}`
      : 'not verified: not everything could be checked';
  const digests = [
    ...(recordsRoot === null ? [] : ['root of the records', `  ${recordsRoot}`]),
    ...(manifestDigest === null ? [] : ['digest of the manifest', `  ${manifestDigest}`]),
  ];
  return `${[...lines, '', ...digests, '', verdict].join('\n')}\n`;
}

function outcomeLines({ check, state, detail, mismatches, missing }: CheckOutcome): string[] {
  const lines = wrapped(`${STATES[state]}${detail}`, `${MARKS[state]} ${check.padEnd(10)} `);
  const shown = mismatches.slice(0, MOST_SHOWN);
  for (const { file, problem, remedy } of shown) {
    lines.push(...wrapped(`${file}: ${problem}`, '    '), ...wrapped(remedy, '      → '));
  }
  if (mismatches.length > shown.length)
    lines.push(`    and ${mismatches.length - shown.length} more: see --json`);
  for (const path of missing.slice(0, MOST_SHOWN)) lines.push(...wrapped(`${path} is missing`, '    '));
  if (missing.length > MOST_SHOWN)
    lines.push(`    and ${missing.length - MOST_SHOWN} more are missing: see --json`);
  return lines;
}

/** Words in lines of at most 80 columns, all but the first indented as far as `first` is long; a longer word is cut. */
function wrapped(text: string, first: string): string[] {
  const room = WIDTH - first.length;
  const words = text.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, i) => `${i === 0 ? first : ' '.repeat(first.length)}${line}`);
}
