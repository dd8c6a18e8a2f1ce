import { spawnSync } from 'node:child_process';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../domain/finding.ts';
import { composeReport } from './compose-report.ts';
import { emptyFinding, sampleFinding } from './fixtures/sample-finding.ts';
import { headlineText } from './headline-text.ts';
import { isTextFormat, renderReport } from './render-report.ts';
import { isReportFormat, REPORT_FORMATS } from './report-formats.ts';

const LANGUAGES = ['en', 'ru', 'zh'] as const;
const TEXT_FORMATS = REPORT_FORMATS.filter(isTextFormat);

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}</style>',
  '</title></desc></svg><iframe src="https://evil.example">',
  '&lt;b&gt; &quot; onload=&quot;alert(1)',
  '\u202Eمرحبا\u202C עברית \u2066x\u2069',
  '\u0000\u0008\uD800 lone',
  'ж'.repeat(10_000),
  '<!-- ]]> --><a href="javascript:alert(1)">x</a>',
];

/** The sample with one hostile text in every place a text can come from. */
function hostileFinding(text: string): Finding {
  const sample = sampleFinding({ nClasses: 2 });
  const { study } = sample;
  const relabel = <T extends { readonly label: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, label: text }));
  return {
    ...sample,
    study: {
      ...study,
      title: text,
      question: text,
      targets: relabel(study.targets),
      classes: relabel(study.classes),
      sources: relabel(study.sources),
    },
    manifest: {
      ...sample.manifest,
      runId: text,
      annotators: [{ layer: text, name: text, version: text, trainedOn: [text] }],
    },
    events: sample.events.map((one) => ({ ...one, label: text })),
    decompositions: sample.decompositions.map((one) => ({
      ...one,
      levels: one.levels.map((level) => ({ ...level, level: text })),
      words: one.words.map((level) => ({
        ...level,
        more: level.more.map((word) => ({ ...word, word: text })),
      })),
    })),
    series: sample.series.map((one) => ({ ...one, id: text })),
    exhibits: sample.exhibits.map((one, index) => ({
      ...one,
      text,
      mention: { start: 0, end: Math.min(3, text.length) },
      language: text,
      recordHash: text,
      rule: text,
      url:
        index % 2 === 0
          ? `javascript:alert(${index})`
          : `https://example.org/?q=${text.slice(0, 60)}"><script>`,
    })),
    health: sample.health.map((one) => ({
      ...one,
      rejectedByReason: { [text]: 3 },
      missingFields: { [text]: text },
    })),
    limits: sample.limits.map((one) => ({ ...one, parameters: { ...one.parameters, label: text } })),
  };
}

const ELEMENTS = new Set(
  (
    'html head meta title style body svg defs pattern rect line aside p strong header h1 h2 h3 h4 dl dt dd div section figure ' +
    'figcaption nav ol ul li a main table caption thead tbody tr th td span small details summary blockquote mark code br footer ' +
    'desc g path text tspan circle b button'
  ).split(' '),
);

interface ParsedElement {
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

function elements(page: string): ParsedElement[] {
  return [...(parseHTML(page).document.querySelectorAll('*') as unknown as Iterable<ParsedElement>)];
}

describe('hostile text never becomes markup', () => {
  test.each(HOSTILE.map((text, index) => [index, text]))('in HTML, text %i', (_, text) => {
    const page = renderReport(hostileFinding(String(text)), 'html');
    for (const element of elements(page)) {
      expect(ELEMENTS).toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^src$|^srcset$|^action$|^formaction$/);
        if (name === 'href') expect(value).toMatch(/^(#[a-z]+|https:\/\/example\.org\/)/);
        if (name === 'style') expect(value).toMatch(/^(fill|stroke):var\(--[a-z0-9-]+\)$/);
      }
    }
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000\u0008\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test.each(HOSTILE.map((text, index) => [index, text]))('in Markdown, text %i', (_, text) => {
    const page = renderReport(hostileFinding(String(text)), 'md');
    const outside = page.replace(/<https:\/\/[^>\s]*>/g, '');
    expect(outside).not.toMatch(/(?<!\\)<(?!\/?br)/);
    expect(outside).not.toMatch(/(?<!\\)\[[^\]\n]*\]\(/);
  });

  test('in CSV, no text begins a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', ' =']) {
      const csv = renderReport(hostileFinding(`${start}HYPERLINK("x")`), 'csv');
      expect(csv).not.toMatch(/(^|,|\n)"?\s*[=+@]/);
      expect(csv).toContain(`"'${start}HYPERLINK(""x"")"`);
    }
  });

  test('the policy forbids scripts and requests', () => {
    const page = renderReport(sampleFinding(), 'html');
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(page).not.toMatch(/<script|<link|<iframe|<img|@import|url\((?!#)/i);
  });
});

describe('the headline is the finding’s', () => {
  test('number, interval and mark of the uncorrected', () => {
    const { document } = parseHTML(renderReport(sampleFinding(), 'html'));
    const box = document.querySelector('.headline') as unknown as { textContent: string };
    const numbers = [...box.textContent.matchAll(/(?<!p\u00a0=\u00a0)[+−]?(?<![\d.])\d[\d,]*\.\d/g)].map(
      (match) => match[0],
    );
    const shown = [
      '−16.0',
      '−19.5',
      '−12.5',
      '12.5',
      '19.5',
      '+13.0',
      '+10.6',
      '+15.4',
      '−3.0',
      '−5.5',
      '−0.5',
    ];
    expect(new Set(numbers)).toEqual(new Set(shown));
    expect(box.textContent).toContain('uncorrected for classifier error');
    expect(box.textContent).toContain('4,254 mentions');
    expect(box.textContent).toContain('larger than at 97% of 38 placebo dates');
    expect(box.textContent).toContain('p\u00a0=\u00a00.004, adjusted for 12 tests');
    expect(box.textContent).toContain('cannot be separated from “Tariff talks in the harbour city”');
  });

  test.each([
    ['en', '2 of 3 differences exclude zero (', 'excludes zero.'],
    ['ru', 'интервал не включает ноль в 2 (', 'каждый интервал разности включает ноль.'],
    ['zh', '2 项的区间不含零（', '项差值的区间均含零。'],
  ] as const)('the first screen says whether placebos moved, %s', (language, moved, still) => {
    const base = sampleFinding({ language });
    const { event, estimate } = base.headline;
    const found = base.events.find((one) => one.event === event && one.effect.kind === 'estimate');
    if (found?.effect.kind !== 'estimate' || estimate.kind !== 'estimate') expect.unreachable();
    const { effect } = found;
    const placebo = (name: string, lower: number) => ({
      ...found,
      target: 'india',
      stratum: { class: name },
      effect: { ...effect, interval: { ...effect.interval, lower, upper: lower + 0.1 } },
    });
    const others = base.events.filter((one) => one.target !== 'india');
    const lead = (...placebos: (typeof found)[]): string =>
      composeReport({ ...base, events: [...others, ...placebos] }).lead.sentences.join('\n');
    expect(
      lead(placebo('officials', -0.2), placebo('public', 0.01), placebo('state-media', -0.05)),
    ).toContain(moved);
    expect(lead(placebo('officials', -0.05), placebo('public', -0.02))).toContain(still);
    expect(lead()).not.toContain(still);
  });

  test('an interval around zero is no change', () => {
    const sample = sampleFinding();
    const estimate = sample.headline.estimate;
    if (estimate.kind !== 'estimate') throw estimate;
    const around = { ...estimate, value: 0.001, interval: { lower: -0.02, upper: 0.022, level: 0.95 } };
    const page = renderReport({ ...sample, headline: { ...sample.headline, estimate: around } }, 'md');
    expect(page).toContain('cannot tell a rise from a fall');
  });
});

describe('a finding without numbers or lists still renders', () => {
  test.each(LANGUAGES)('everything not estimable, %s', (language) => {
    for (const format of TEXT_FORMATS)
      expect(renderReport(emptyFinding(language), format)).not.toMatch(/NaN|undefined|Infinity/);
    const page = renderReport(emptyFinding(language), 'html');
    expect(parseHTML(page).document.querySelectorAll('main > section').length).toBeGreaterThanOrEqual(8);
  });

  test('no series, sources, targets or classes', () => {
    const bare = { ...emptyFinding(), series: [], health: [], limits: [] };
    const finding = { ...bare, study: { ...bare.study, targets: [], classes: [], sources: [] } };
    for (const format of TEXT_FORMATS) expect(renderReport(finding, format)).not.toMatch(/NaN|undefined/);
  });
});

describe('same finding, same bytes', () => {
  test('twice and in other time zones', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { sampleFinding } from '${new URL('./fixtures/sample-finding.ts', import.meta.url).href}';
      import { renderReport } from '${new URL('./render-report.ts', import.meta.url).href}';
      for (const language of ['en', 'ru', 'zh']) for (const format of ['html', 'md', 'csv', 'json'])
        console.log(createHash('sha256').update(renderReport(sampleFinding({ language, nClasses: 4 }), format)).digest('hex'));`;
    const digests = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((zone) => {
      const run = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
        env: { ...process.env, TZ: zone, LANG: 'de_DE.UTF-8' },
        encoding: 'utf8',
      });
      expect(run.stderr).not.toMatch(/Error/);
      return run.stdout;
    });
    expect(digests[0]?.split('\n')).toHaveLength(13);
    expect(new Set(digests).size).toBe(1);
    expect(renderReport(sampleFinding(), 'html')).toBe(renderReport(sampleFinding(), 'html'));
  });
});

describe('words follow the evidence', () => {
  const BANNED =
    /\bsurvey|\bthe public\b|russians? think|majorit|public opinion|respondent|(?<!в)опрос|респондент|общественн\w* мнени|большинств|населени|россияне|民调|受访|多数|公众|民意/i;
  test.each(LANGUAGES)('%s', (language) => {
    for (const finding of [
      sampleFinding({ language }),
      sampleFinding({ language, nClasses: 2 }),
      emptyFinding(language),
    ]) {
      expect(renderReport(finding, 'md')).not.toMatch(BANNED);
      expect(renderReport(finding, 'html').replace(/<style>.*?<\/style>/s, '')).not.toMatch(BANNED);
    }
  });

  test.each(LANGUAGES)('synthetic findings say so first, %s', (language) => {
    const page = renderReport(sampleFinding({ language }), 'html');
    expect(page.indexOf('class="synthetic"')).toBeLessThan(page.indexOf('<h1'));
    expect(page.indexOf('class="synthetic"')).toBeGreaterThan(0);
    expect(renderReport(sampleFinding({ language, synthetic: false }), 'html')).not.toContain(
      'class="synthetic"',
    );
    expect(renderReport(sampleFinding({ language }), 'md').startsWith('> **')).toBe(true);
  });

  test('each language is written in itself', () => {
    const words = (language: 'ru' | 'zh') =>
      renderReport(sampleFinding({ language }), 'md').replace(
        /`[^`]*`|the outlet does not sign its items/g,
        '',
      );
    expect(words('ru')).not.toMatch(/\b(the|mentions|documents|balance)\b/);
    expect(words('zh')).not.toMatch(/[\u4e00-\u9fff][,;:](?!\/)/);
  });
});

describe('CSV', () => {
  test('one row for each estimate, numbers unrounded', () => {
    const finding = sampleFinding();
    const lines = renderReport(finding, 'csv').trimEnd().split('\r\n');
    const nEstimates = finding.series.reduce((sum, one) => sum + one.estimates.length, 0);
    const nTerms = (finding.decompositions ?? []).reduce((sum, one) => sum + one.contributions.length, 0);
    const nSteps = finding.events.filter((one) => one.step !== undefined).length;
    expect(lines).toHaveLength(
      1 +
        1 +
        (finding.levels?.length ?? 0) +
        nEstimates +
        finding.events.length * 3 +
        nSteps +
        finding.changePoints.length +
        nTerms +
        (finding.classContrasts?.length ?? 0) +
        finding.claims.flatMap((claim) => claim.parts).length,
    );
    expect(
      lines.some((line) => line.startsWith('claim,') && line.includes(',fell,supported,event-moved,0,')),
    ).toBe(true);
    const [header, ...rows] = lines.map((line) => line.split(','));
    const column = (name: string): number => header?.indexOf(name) ?? -1;
    const terms = rows.filter((row) => row[column('part')] === 'contribution');
    expect(terms).toHaveLength(nTerms);
    expect(nTerms).toBeGreaterThan(2);
    for (const { event, target, stratum, dimension, change } of finding.decompositions ?? []) {
      const of = [event, target, Object.entries(stratum).flat().join('='), dimension];
      const mine = terms.filter((row) =>
        ['event', 'target', 'stratum', 'dimension'].every((name, i) => row[column(name)] === (of[i] ?? '')),
      );
      const sum = mine.reduce((total, row) => total + Number(row[column('value')]), 0);
      expect(sum).toBeCloseTo(change.kind === 'estimate' ? change.value : Number.NaN, 9);
    }
    expect(lines[1]).toContain(',-0.16,0.0177,');
  });
});

test('known formats are known', () => {
  expect(REPORT_FORMATS.every(isReportFormat)).toBe(true);
  expect(isReportFormat('doc')).toBe(false);
  expect(TEXT_FORMATS).toEqual(['html', 'md', 'csv', 'json']);
  expect(isReportFormat('toString')).toBe(false);
});

describe('the headline in a terminal', () => {
  test('says number, interval and that it is uncorrected', () => {
    expect(headlineText(sampleFinding())).toBe(
      [
        'Synthetic corpus. Every post behind this report was generated by a program with a planted change. It says nothing about the world.',
        'Change in net balance toward China after “July summit” (22\u00a0Jul\u00a02024), documents of class “Readers’ comments”',
        '−16.0 points  [−19.5, −12.5] · 95% confidence interval, uncorrected for classifier error',
        'In this corpus the balance was lower after the event than before: by between 12.5 and 19.5 points.',
      ].join('\n'),
    );
  });

  test('no escape sequence of a label reaches the terminal', () => {
    const sample = sampleFinding({ synthetic: false });
    const label = '\u001b[2J\u0007China\u202e\nx';
    const study = { ...sample.study, targets: [{ id: 'china', label, placebo: false }] };
    const shown = headlineText({ ...sample, study });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(shown.split('\n')).toHaveLength(3);
  });
});
