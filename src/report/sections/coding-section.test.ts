import { expect, test } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { findingSchema } from '../finding-schema.ts';
import { sampleCodings } from '../fixtures/sample-codings.ts';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { renderReport } from '../render-report.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;

function sectionOf(finding: Finding): string {
  const report = renderReport(finding, 'md').replaceAll('\\', '');
  const heading = { en: 'Coded by hand', ru: 'Закодировано людьми', zh: '人工编码' }[finding.study.language];
  return (report.split(/^## /m).find((part) => part.startsWith(heading)) ?? '').trim();
}

test('a finding without codings has no such section', () => {
  expect(sectionOf(sampleFinding())).toBe('');
});

test.each(LANGUAGES)('how many, how drawn, how far people agree, with intervals: %s', (language) => {
  const finding = { ...sampleFinding({ language }), codings: sampleCodings() };
  expect(findingSchema.parse(finding)).toEqual(finding);
  const section = sectionOf(finding);
  for (const number of [
    '591',
    /0[.,]004/,
    /83[.,]0/,
    /0[.,]712 \[0[.,]601 – 0[.,]811\]/,
    '14',
    'wave-2',
    /2024/,
  ])
    expect(section).toMatch(number);
  expect(section).not.toMatch(/undefined|NaN|null/);
});

test.each(LANGUAGES)('agreement that cannot be told is said to be unknown: %s', (language) => {
  const none = { value: null, lower: null, upper: null, reason: 'no-shared-row' } as const;
  const oneLabel = { ...none, reason: 'one-label' } as const;
  const codings = sampleCodings();
  const withAgreement = (agreement: object): string =>
    sectionOf({
      ...sampleFinding({ language }),
      codings: { ...codings, agreement: { ...codings.agreement, ...agreement } },
    });
  expect(withAgreement({ nShared: 0, alpha: none, share: none })).toMatch(
    /nothing is known|ничего не известно|无从得知/,
  );
  expect(withAgreement({ alpha: oneLabel })).toMatch(/cannot be given|указать нельзя|无法给出/);
});

test.each(LANGUAGES)('what is amiss with codings is a limit: %s', (language) => {
  const limits: Finding['limits'] = [
    { code: 'codings-unmatched', parameters: { wave: 'wave-1', unmatched: 3, coded: 391 } },
    { code: 'codings-incomplete', parameters: { wave: 'wave-2', coded: 100, drawn: 400 } },
    { code: 'codings-outgrown', parameters: { wave: 'wave-1', drawnFrom: 1000, now: 1400 } },
  ];
  const report = renderReport({ ...sampleFinding({ language }), limits }, 'md');
  for (const line of [
    /wave-1.*3.*391|wave-1.*391.*3/,
    /wave-2.*100.*400|wave-2.*400.*100/,
    /wave-1.*1.?000.*1.?400/,
  ])
    expect(report).toMatch(line);
});
