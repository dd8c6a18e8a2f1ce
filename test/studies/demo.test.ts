import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { RunManifest } from '../../src/pipeline/run-manifest.ts';
import { findingSchema } from '../../src/report/finding-schema.ts';
import { multiverseSchema } from '../../src/report/multiverse-schema.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { runCommandLine } from './run-command-line.ts';

let root: string;
let env: Record<string, string>;
let finding: Finding;
const demo = (): string => join(root, 'demo');
const result = (name: string): string => join(root, name);
const bytes = (folder: string): string =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'finding.json')))
    .digest('hex');

async function succeed(args: readonly string[], more: Record<string, string> = {}): Promise<void> {
  const { code, error } = await runCommandLine(args, { env: { ...env, ...more } });
  expect(code, error).toBe(0);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-demo-'));
  env = { XDG_CONFIG_HOME: join(root, 'config') };
  await succeed(['demo', '--out', demo()]);
  finding = JSON.parse(readFileSync(join(demo(), 'result', 'finding.json'), 'utf8')) as Finding;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const effect = (target: string, name: string) => {
  const contrast = finding.events.find((e) => e.target === target && e.stratum['class'] === name);
  if (contrast?.effect.kind !== 'estimate') expect.unreachable(`${target} ${name} is not estimable`);
  return contrast.effect;
};

describe('the demo', () => {
  test('finding.json has the promised shape and says synthetic', () => {
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding.synthetic).toBe(true);
    expect(readFileSync(join(demo(), 'result', 'report.html'), 'utf8')).toMatch(/[Ss]ynthetic/);
  });

  test('the planted change is there: the right sign, the interval away from zero', () => {
    const change = effect('china', 'public');
    expect(change.value).toBeLessThan(0);
    expect(change.interval.upper).toBeLessThan(0);
  });

  const split = (dimension: string) =>
    finding.decompositions.find(
      (one) => one.target === 'china' && one.stratum['class'] === 'public' && one.dimension === dimension,
    );

  test('the three planted drivers come in their order, and the parts sum to the change', () => {
    const names = split('theme')?.levels.map((one) => one.level) ?? [];
    const planted = ['quality', 'military', 'investment'];
    expect(names.filter((name) => planted.includes(name))).toEqual(planted);
    for (const { change, contributions, target, stratum, event } of finding.decompositions) {
      if (change.kind !== 'estimate') expect.unreachable();
      expect(contributions.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(change.value, 9);
      const contrast = finding.events.find(
        (one) => one.target === target && one.event === event && one.stratum['class'] === stratum['class'],
      );
      if (contrast?.effect.kind !== 'estimate') continue;
      if (contrast.effect.correction !== 'none' || contrast.effect.mix !== 'observed') continue;
      expect(change.value).toBeCloseTo(contrast.effect.value, 9);
      expect(change.standardError).toBeCloseTo(contrast.effect.standardError, 9);
    }
  });

  test('the change happened inside themes and sources, not between them', () => {
    for (const dimension of ['theme', 'source']) {
      const of = (kind: string) => split(dimension)?.kinds.find((one) => one.kind === kind);
      expect(of('within')?.interval.upper).toBeLessThan(-0.1);
      expect(Math.abs(of('mix')?.value ?? 1)).toBeLessThan(0.03);
    }
  });

  test('inside the first driver praise gives way to complaints', () => {
    const [words] = split('theme')?.words ?? [];
    expect(words?.level).toBe('quality');
    expect(words?.more.map((one) => one.word)).toContain('ужасное');
    expect(words?.less.map((one) => one.word)).toContain('отличные');
  });

  test('the planted change is supported where it moved the balance, and nothing where it did not', () => {
    const verdicts = new Map<string, string>(
      finding.events.map((one) => [`${one.target} ${one.stratum['class']}`, one.verdict] as const),
    );
    expect(verdicts.get('china public')).toBe('supported');
    for (const still of ['china state-media', 'russia public-china', 'india public', 'turkey public'])
      expect(verdicts.get(still), still).toBe('no-change-seen');
    expect([...verdicts.values()]).not.toContain('contradicted');
    const planted = finding.events.find((one) => one.target === 'china' && one.stratum['class'] === 'public');
    expect(planted?.changeDate?.dateInterval.start).toBe('2024-07-01');
    expect(finding.manifest.planDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the planted campaign is found, and nothing else', () => {
    const { campaigns, headlineWithout } = finding.coordination ?? expect.unreachable();
    expect(campaigns).toHaveLength(1);
    const [campaign] = campaigns;
    expect(campaign?.behaviours).toEqual(['one-text']);
    expect(campaign?.span).toEqual({ start: '2024-03-11', end: '2024-03-18' });
    expect(campaign?.classes.map(({ id }) => id)).toEqual(['public']);
    expect(campaign?.nDocuments).toBeGreaterThanOrEqual(campaign?.nAuthors ?? 1e9);
    if (headlineWithout?.kind !== 'estimate') expect.unreachable();
    // It praised China before the change, so that without it the fall is smaller.
    expect(headlineWithout.value).toBeGreaterThan(effect('china', 'public').value);
    expect(JSON.stringify(finding.coordination)).not.toMatch(/fresh|author_?key/i);
  });

  test('where only the mix changed, the change is one of mix', () => {
    const { decompositions, events } = finding;
    const of = { target: 'china', class: 'regional-press' };
    const split = decompositions.find(
      (one) => one.target === of.target && one.stratum['class'] === of.class && one.dimension === 'source',
    );
    const interval = (kind: string) =>
      split?.kinds.find((one) => one.kind === kind)?.interval ?? expect.unreachable();
    expect(interval('mix').upper).toBeLessThan(-0.05);
    expect(interval('within').lower).toBeLessThan(0);
    expect(interval('within').upper).toBeGreaterThan(0);
    expect(effect(of.target, of.class).interval.upper).toBeLessThan(0);
    const event = events.find((one) => one.target === of.target && one.stratum['class'] === of.class);
    const fixed = event?.variants?.find(({ mix }) => mix === 'fixed')?.estimate;
    if (fixed?.kind !== 'estimate') expect.unreachable();
    expect(fixed.interval.upper).toBeGreaterThan(0);
  });

  test('claims: what was planted is not contradicted, what was not planted is not supported', () => {
    const verdicts = Object.fromEntries(finding.claims.map((one) => [one.id, one.verdict]));
    expect(verdicts).toMatchObject({
      fell: 'supported',
      rose: 'contradicted',
      'press-is-positive': 'supported',
      'quality-drove': 'supported',
      'silent-on-quality': 'contradicted',
      'officials-on-russia': 'no-data',
      'trade-doubled': null,
      ripe: null,
    });
    const holds = ['fell', 'press-is-positive', 'cooler-than-state-media', 'quality-drove'];
    const fails = ['fell-everywhere', 'rose', 'collapsed', 'most-against', 'warmer-than-officials'];
    for (const id of [...holds, 'quality-before-investment'])
      expect(verdicts[id], id).not.toBe('contradicted');
    for (const id of [...fails, 'silent-on-quality']) expect(verdicts[id], id).not.toBe('supported');
    for (const { parts, effect, because } of finding.claims.filter((one) => one.verdict !== null)) {
      expect(effect).toEqual(parts[0]?.estimate);
      expect(because).not.toBe('');
    }
  });

  // How often their 95 % intervals miss zero is counted over many corpora: bench/statistics/tables/demo-truth.md.
  test('no event is blamed for a placebo target, all looks counted', () => {
    const placebos = finding.events.filter((one) => one.isPlacebo === true);
    const tested = placebos.filter((one) => one.verdict !== 'not-tested');
    expect(tested.length).toBeGreaterThanOrEqual(6);
    for (const { target, stratum, verdict, pAdjusted } of tested) {
      expect(verdict, `${target} ${stratum['class']}`).toBe('no-change-seen');
      expect(pAdjusted).toBeGreaterThan(0.05);
    }
  });

  test('the search for changes finds the planted one, dates it, and finds none where none is', () => {
    const moved = finding.changePoints.filter((one) => one.target === 'china');
    const open = moved.find((one) => one.stratum['class'] === 'public');
    expect(open?.size.interval.upper).toBeLessThan(0);
    for (const change of moved) {
      expect(['public', 'military-bloggers', 'private-press', 'business-press']).toContain(
        change.stratum['class'],
      );
      expect(change.dateInterval.start.localeCompare('2024-07-01')).toBeLessThanOrEqual(0);
      expect(change.dateInterval.end.localeCompare('2024-07-01')).toBeGreaterThan(0);
    }
    expect(finding.changePoints.filter((one) => one.target !== 'china')).toEqual([]);
  });

  test('the outage is a hole, and every record is a document or a rejection', () => {
    const chats = finding.health.find((h) => h.source === 'ru-telegram-chats');
    expect(chats?.holes).toEqual([{ start: '2024-09-09', end: '2024-09-23' }]);
    for (const source of finding.health) expect(source.recordsIn).toBe(source.documents + source.rejected);
    expect(finding.health.reduce((sum, h) => sum + h.documents, 0)).toBe(40_000);
  });

  test('the manifest accounts for every byte read, every stage and every file written', () => {
    const manifest = JSON.parse(readFileSync(join(demo(), 'result', 'manifest.json'), 'utf8')) as RunManifest;
    expect(manifest.runId).toBe(finding.manifest.runId);
    for (const { file, sha256 } of manifest.outputs) {
      expect(
        createHash('sha256')
          .update(readFileSync(join(demo(), 'result', file)))
          .digest('hex'),
      ).toBe(sha256);
    }
    expect(manifest.inputs.length).toBeGreaterThan(5);
    for (const { path, start, end, sha256 } of manifest.inputs) {
      const read = readFileSync(join(demo(), path)).subarray(start, end);
      expect(createHash('sha256').update(read).digest('hex'), path).toBe(sha256);
    }
    const ran = manifest.runs.map((stage) => stage.name);
    expect(ran).toEqual([
      ...['read', 'deduplicate', 'assess', 'discover', 'coordinate'],
      ...['measure', 'evidence', 'digest', 'report'],
    ]);
    expect(manifest.sources).toEqual(finding.health);
  });

  test('what is known of the annotator stands in the finding, in the report and in the store', () => {
    const known = finding.annotatorQuality ?? [];
    expect(known.flatMap((one) => (one.stratum.domain === null ? one.stratum.language : []))).toEqual([
      'en',
      'ru',
      'zh',
    ]);
    expect(readFileSync(join(demo(), 'result', 'report.html'), 'utf8')).toContain('Macro-F1');
    const sets = readdirSync(join(demo(), 'result', 'store', 'sets'));
    const folder = sets.find((name) => name.startsWith('assess-')) ?? '';
    expect(readdirSync(join(demo(), 'result', 'store', 'sets', folder))).toContain(
      'annotator_quality.parquet',
    );
  });

  test('what another said is counted apart and left out of the measures', () => {
    const sum = (voice: string): number =>
      (finding.voices ?? []).reduce((n, one) => n + (one.voice === voice ? (one.nMentions ?? 0) : 0), 0);
    expect(sum('own')).toBe(finding.health.reduce((n, one) => n + (one.nMentions ?? 0), 0));
    expect(sum('quoted')).toBeGreaterThan(0.005 * sum('own'));
    expect(sum('quoted')).toBeLessThan(0.05 * sum('own'));
  });

  test('a reader that goes away ends the command without a word', async () => {
    const args = ['report', join(demo(), 'study.yaml'), '--out', join(demo(), 'result'), '--format', 'json'];
    const { code, out, error } = await runCommandLine(args, { env, readsLittle: true });
    expect({ code, error }).toEqual({ code: 141, error: '' });
    expect(out.length).toBeGreaterThan(0);
  });

  test('every quote reads back from the document it names, hash and all', () => {
    expect(finding.exhibits.length).toBeGreaterThan(10);
    for (const exhibit of finding.exhibits) {
      expect(exhibit.recordHash).toMatch(/^[0-9a-f]{64}$/);
      const { start, end } = exhibit.mention;
      expect(exhibit.text.slice(start, end).length).toBeGreaterThan(1);
    }
  });
});

describe('the fixed mix', () => {
  const fixed = () => {
    const series = finding.series.find((one) => one.id === 'china/public/net-balance');
    return series?.variants?.find(({ mix }) => mix === 'fixed')?.estimates ?? [];
  };
  const mean = (from: string, to: string): { readonly value: number; readonly variance: number } => {
    const inside = fixed().flatMap((e) =>
      e.kind === 'estimate' && e.period.start >= from && e.period.end <= to ? [e] : [],
    );
    const n = inside.length;
    return {
      value: inside.reduce((sum, e) => sum + e.value, 0) / n,
      variance: inside.reduce((sum, e) => sum + e.standardError ** 2, 0) / n ** 2,
    };
  };

  test('does not move when the forum begins to write twice as much, and moves at the planted change', () => {
    const before = mean('2024-01-01', '2024-07-01');
    const between = mean('2024-07-01', '2024-10-01');
    const after = mean('2024-10-01', '2025-01-01');
    const z = (a: typeof before, b: typeof before) =>
      (b.value - a.value) / Math.sqrt(a.variance + b.variance);
    expect(Math.abs(z(between, after))).toBeLessThan(2);
    expect(z(before, between)).toBeLessThan(-5);
  });

  test('while one of two sources is silent there is no number, and the reason is given', () => {
    const silent = fixed().filter((e) => e.period.start >= '2024-09-09' && e.period.end <= '2024-09-23');
    expect(silent.map((e) => (e.kind === 'estimate' ? '' : e.reason))).toEqual([
      'reference-not-covered',
      'reference-not-covered',
    ]);
  });

  test('the raw change is the fixed one and composition', () => {
    for (const { effect: raw, variants } of finding.events) {
      const one = variants?.find(({ mix }) => mix === 'fixed')?.estimate;
      if (raw.kind !== 'estimate' || one?.kind !== 'estimate') continue;
      expect(one.value + (one.reference?.composition?.value ?? 0)).toBeCloseTo(raw.value, 12);
    }
  });
});

test('the headline under every defensible choice: the sign holds in all; claims are decided by the study’s own as in the finding', async () => {
  // In another time zone than the run: nothing is read or measured again for it.
  await succeed(
    ['multiverse', join(demo(), 'study.yaml'), '--out', join(demo(), 'result'), '--threads', '1'],
    { TZ: 'Pacific/Auckland' },
  );
  const file = JSON.parse(readFileSync(join(demo(), 'result', 'multiverse.json'), 'utf8'));
  const { specifications, summary, headline, claims } = multiverseSchema.parse(file);
  expect(headline).toEqual(finding.headline);
  const { errorBand: _, ...estimate } = headline.estimate.kind === 'estimate' ? headline.estimate : {};
  expect(specifications.find(({ isStudy }) => isStudy)?.estimate).toEqual(estimate);
  expect(summary).toMatchObject({
    nSpecifications: 99,
    nEstimable: 99,
    nSameSign: 99,
    nExcludeZeroOpposite: 0,
  });
  const without = specifications.filter(({ campaigns }) => campaigns === 'removed');
  expect(without.map((one) => one.estimate)).toEqual([finding.coordination?.headlineWithout]);
  const measured = finding.claims.filter((one) => one.verdict !== null);
  expect(claims.map(({ claim }) => claim)).toEqual(measured.map(({ id }) => id));
  for (const [i, { specifications: all, agreement }] of claims.entries()) {
    const { verdict, effect } = measured[i] ?? expect.unreachable();
    const number = effect?.kind === 'estimate' ? effect : { value: null, interval: null };
    expect(all.filter(({ isStudy }) => isStudy)).toMatchObject([
      { verdict, value: number.value, interval: number.interval },
    ]);
    expect(agreement.nSpecifications).toBe(all.length);
  }
  const agreementOf = (id: string) => claims.find(({ claim }) => claim === id)?.agreement;
  for (const id of ['fell', 'press-is-positive', 'quality-drove'])
    expect(agreementOf(id), id).toMatchObject({ nContradicted: 0 });
  for (const id of ['rose', 'silent-on-quality'])
    expect(agreementOf(id), id).toMatchObject({ nSupported: 0 });
  const none = agreementOf('officials-on-russia');
  expect(none?.nUndecided).toBe(none?.nSpecifications);
  expect(readFileSync(join(demo(), 'result', 'multiverse.svg'), 'utf8')).toContain('Synthetic');
  expect(readFileSync(join(demo(), 'result', 'report.html'), 'utf8')).toContain('Under other choices');
});

test('the same bytes in another time zone, with other threads and with records shuffled over files', async () => {
  shufflePosts(join(demo(), 'posts'));
  await succeed(['run', join(demo(), 'study.yaml'), '--out', result('other'), '--threads', '1'], {
    TZ: 'America/New_York',
  });
  const [a, b] = [join(demo(), 'result'), result('other')].map(
    (folder) => JSON.parse(readFileSync(join(folder, 'finding.json'), 'utf8')) as Finding,
  );
  expect(b).toEqual(a);
  expect(bytes(result('other'))).toBe(bytes(join(demo(), 'result')));
});

/** Deals each source's lines out to as many files again, in another order. */
function shufflePosts(folder: string): void {
  const random = seededRandom(5);
  for (const source of readdirSync(folder)) {
    const names = readdirSync(join(folder, source)).sort();
    const lines = names.flatMap((name) =>
      readFileSync(join(folder, source, name), 'utf8')
        .split('\n')
        .filter(Boolean),
    );
    for (let i = lines.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [lines[i], lines[j]] = [lines[j] as string, lines[i] as string];
    }
    for (const name of names) unlinkSync(join(folder, source, name));
    const dealt = names.map((_, k) => lines.filter((_line, i) => i % names.length === k));
    for (const [k, part] of dealt.entries()) {
      writeFileSync(join(folder, source, `part-${k}.ndjson`), part.map((line) => `${line}\n`).join(''));
    }
  }
}
