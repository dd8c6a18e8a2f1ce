import { expect, test } from 'vitest';
import type { Finding } from '../domain/finding.ts';
import type { Block } from './block.ts';
import { composeReport } from './compose-report.ts';
import { ERROR_SOURCES, viewErrorSources } from './error-source.ts';
import { sampleFinding } from './fixtures/sample-finding.ts';
import { ERROR_SOURCE_MESSAGES } from './messages/error-source-messages.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

/** A finding that says nothing of how it came about. */
const silent = (finding: Finding): Finding => ({
  ...finding,
  manifest: { ...finding.manifest, annotators: [] },
  series: [],
  levels: [],
  events: [],
  health: [],
  voices: [],
  annotatorQuality: [],
  limits: [],
});

test('no source of error is left out, and each limit stands under one of them', () => {
  const finding = sampleFinding();
  const views = viewErrorSources(finding, null);
  expect(views.map(({ source }) => source)).toEqual(ERROR_SOURCES);
  expect(views.flatMap(({ limits }) => limits)).toHaveLength(finding.limits.length);
  expect(views.find(({ source }) => source === 'selection')?.limits.map(({ code }) => code)).toContain(
    'hole',
  );
});

test('what was looked at and found is a limit; what was not looked at is neither clear nor silent', () => {
  const finding = sampleFinding();
  const selection = (of: Finding) => viewErrorSources(of, null).find(({ source }) => source === 'selection');
  expect(selection(finding)?.clear).not.toContain('holes');
  expect(selection(finding)?.clear).toContain('density');
  const whole = { ...finding, limits: finding.limits.filter(({ code }) => code !== 'hole') };
  expect(selection(whole)?.clear).toContain('holes');
  for (const { limits, clear, unexamined } of viewErrorSources(silent(finding), null)) {
    expect([limits, clear]).toEqual([[], []]);
    expect(unexamined.length).toBeGreaterThan(0);
  }
});

test.each(LANGUAGES)(
  'every source of error stands in the report, with remedies and what is not examined, %s',
  (language) => {
    const words = ERROR_SOURCE_MESSAGES[language];
    const [opening = ''] = words.unexamined('\u0000').split('\u0000');
    for (const finding of [sampleFinding({ language }), silent(sampleFinding({ language }))]) {
      const blocks = composeReport(finding).sections.find(({ id }) => id === 'limits')?.blocks ?? [];
      const titles = blocks.flatMap((block) => (block.kind === 'heading' ? [block.title] : []));
      expect(titles).toEqual(ERROR_SOURCES.map((source) => words.source[source].title));
      const isUnexamined = (block: Block): boolean =>
        block.kind === 'paragraph' && block.text.startsWith(opening);
      expect(blocks.filter(isUnexamined)).toHaveLength(ERROR_SOURCES.length);
      const limits = blocks.flatMap((block) => (block.kind === 'items' ? [block] : []));
      expect(limits).toHaveLength(new Set(finding.limits.map(({ code }) => code)).size);
      for (const { closing } of limits) expect(closing?.text).toMatch(/\S/);
    }
  },
);
