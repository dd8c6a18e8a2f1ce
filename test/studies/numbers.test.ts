import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { runInProcess } from './run-in-process.ts';

let root = '';
const at = (...names: string[]): string => join(root, ...names);
const mentions = (...args: string[]) =>
  runInProcess(['mentions', at('study.yaml'), ...args, '--out', at('result')]);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'groundswell-numbers-'));
  const made = await runInProcess(['demo', '--documents', '12000', '--out', root, '--threads', '1']);
  expect(made.code).toBe(0);
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('as many mentions are listed as a number rests on', async () => {
  const finding = JSON.parse(readFileSync(at('result', 'finding.json'), 'utf8')) as Finding;
  const event = finding.events.find(({ effect }) => effect.kind === 'estimate');
  const level = finding.levels?.find(({ estimate }) => estimate.kind === 'estimate');
  const series = finding.series.find(
    (one) => one.measure === 'net-balance' && one.estimates.some((e) => e.kind === 'estimate'),
  );
  const week = series?.estimates.find((one) => one.kind === 'estimate');
  if (!event || !level || !series || !week) throw new Error('the demo has no numbers');
  const place = `${event.event}/${event.target}/${event.stratum['class']}`;
  const asked = [
    [`events/${place}/before`, event.before.nDocuments],
    [`events/${place}/effect`, event.effect.nDocuments],
    [`levels/${level.target}/${level.stratum['class']}/net-balance`, level.estimate.nDocuments],
    [`series/${series.target}/${series.stratum['class']}/net-balance/${week.period.start}`, week.nDocuments],
  ] as const;
  for (const [number, n] of asked) {
    const { code, out, error } = await mentions(number);
    const rows = out.trimEnd().split('\r\n').slice(1);
    expect([number, code, rows.length]).toEqual([number, 0, n]);
    expect(error).toContain(`mentions: ${n};`);
    for (const row of rows) expect(row).toMatch(/^[0-9a-f]{16},[0-9a-f]{64},/);
  }
}, 300_000);

test('a number that is not there is named with those near it', async () => {
  const { code, error } = await mentions('levels/china/public/net');
  expect(code).toBe(2);
  expect(error).toContain('levels/china/public/net-balance');
});
