import { describe, expect, test } from 'vitest';
import { createTargetMatcher } from '../../src/annotate/target-matcher.ts';
import { normalizeText } from '../../src/text/normalize-text.ts';
import { DISGUISED_NAMES, RUSSIAN_FORMS } from './name-forms.ts';

/** What a run finds of a name in a post that holds one form of it. */
function findsName(name: string, language: string): (form: string) => boolean {
  const aliases = { [language]: [name] };
  const matcher = createTargetMatcher([{ id: 'a', label: 'a', placebo: false, aliases, exclude: {} }], []);
  return (form) => matcher.find(normalizeText(`1, ${form} !`, { markup: 'plain' }).text).targets.size > 0;
}

interface NameForm {
  readonly name: string;
  readonly form: string;
}

function missed(forms: readonly NameForm[]): NameForm[] {
  return [...Map.groupBy(forms, (one) => one.name)].flatMap(([name, mine]) => {
    const finds = findsName(name, /[а-я]/i.test(name) ? 'ru' : /[a-z]/i.test(name) ? 'en' : 'zh');
    return mine.filter(({ form }) => !finds(form));
  });
}

function show(what: string, misses: readonly NameForm[], of: number): void {
  if (process.env['ROBUSTNESS_TABLE'] === undefined) return;
  const list = misses.map(({ name, form }) => `${name} ✗ ${form}`).join(', ');
  process.stdout.write(`${what}: ${of - misses.length} of ${of} found; missed: ${list}\n`);
}

/** Floors are ratchets: what was measured, rounded down. The goal is 90 %. */
describe('the matcher finds', () => {
  test('Russian names in their cases: all of these, the goal is 90 %', () => {
    const forms = RUSSIAN_FORMS.trim()
      .split('\n')
      .flatMap((line) => {
        const [name = '', rest = ''] = line.split(': ');
        const parts = rest.split(' ');
        const words = name.split(' ').length;
        return Array.from({ length: parts.length / words }, (_, i) => ({
          name,
          form: parts.slice(i * words, (i + 1) * words).join(' '),
        }));
      });
    const misses = missed(forms);
    show('Russian forms', misses, forms.length);
    expect(misses).toEqual([]);
  });

  test('disguised names: at least 73 %, misses the goal of 90 %', () => {
    const forms = DISGUISED_NAMES.trim()
      .split('\n')
      .flatMap((line) => {
        const [name = '', rest = ''] = line.split(': ');
        return rest.split(' | ').map((form) => ({ name, form }));
      });
    const misses = missed(forms);
    show('disguised names', misses, forms.length);
    expect(1 - misses.length / forms.length).toBeGreaterThanOrEqual(0.73);
  });
});
