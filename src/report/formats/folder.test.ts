import { expect, test } from 'vitest';
import { sampleFinding } from '../fixtures/sample-finding.ts';
import { renderFolder } from './folder.ts';

const FILES = renderFolder(sampleFinding());
const charts = [...FILES].filter(([path]) => path.endsWith('.svg'));

test('a folder opens at its page and has every chart with the figures behind it', () => {
  expect([...FILES.keys()].slice(0, 3)).toEqual(['index.html', 'finding.csv', 'finding.json']);
  expect(charts.length).toBeGreaterThan(3);
  for (const [path] of charts) {
    const figures = path.replace(/^(charts\/[a-z-]+-\d+)(-\d+)?\.svg$/, '$1.csv');
    expect([path, FILES.has(figures)]).toEqual([path, true]);
  }
  for (const path of FILES.keys()) expect(path).toMatch(/^(charts\/)?[a-z0-9-]+\.(html|csv|json|svg)$/);
});

test('a chart says by itself what it shows, of which corpus and of which run, and loads nothing', () => {
  const { study, manifest } = sampleFinding();
  for (const [path, svg] of charts) {
    for (const words of [study.title.slice(0, 12), manifest.runId, 'Synthetic corpus'])
      expect([path, svg.includes(words)]).toEqual([path, true]);
    expect(svg).not.toMatch(/<script|href=|var\(|NaN|undefined|@import/);
  }
});

test('figures are rectangular, and a spreadsheet runs none of them', () => {
  for (const [path, text] of FILES) {
    if (!path.endsWith('.csv') || path === 'finding.csv') continue;
    const lines = text.trimEnd().split('\r\n');
    const cells = (line: string): number => line.replaceAll(/"(?:[^"]|"")*"/g, 'x').split(',').length;
    expect(new Set(lines.map(cells)).size, path).toBe(1);
    expect(text, path).not.toMatch(/(^|,|")[=+@-]/m);
  }
});
