import { expect, test } from 'vitest';
import type { Figure, KeySymbol, Section } from './block.ts';
import { sampleFinding } from './fixtures/sample-finding.ts';
import { renderHtml } from './formats/html.ts';
import { renderMarkdown } from './formats/markdown.ts';
import { lettersOnce } from './letters-once.ts';
import { createReportContext } from './report-context.ts';

const { messages } = createReportContext(sampleFinding());
const letter = (name: string): KeySymbol => ({ kind: 'letter', letter: name, dashed: false });
const figure = (title: string, events: readonly string[]): Section['blocks'][number] => ({
  kind: 'figure',
  figure: {
    title,
    panels: [],
    key: [
      { symbol: { kind: 'band' }, text: `${title}: interval` },
      ...events.map((text, i) => ({ symbol: letter('ABCDE'.charAt(i)), text })),
    ],
    table: { caption: title, columns: [], rows: [] },
  },
});
const told = (blocks: Section['blocks']): (string | undefined)[] => {
  const section = lettersOnce({ id: 'volume', heading: 'How much', blocks }, messages);
  return section.blocks.map((block) => (block.kind === 'figure' ? block.figure.eventsUnder : undefined));
};

test('a chart whose events a chart above names says where, and keeps its key', () => {
  const events = ['visit', 'embargo', 'fair'];
  const blocks = [figure('China', events), figure('Cars', events), figure('Goods', events.slice(1))];
  expect(told(blocks)).toEqual([undefined, 'A–C: the events named under “China”', undefined]);
  const kept = lettersOnce({ id: 'volume', heading: 'How much', blocks }, messages).blocks;
  const keyOf = (one: Section['blocks'][number] | undefined): Figure['key'] =>
    one?.kind === 'figure' ? one.figure.key : [];
  expect(keyOf(kept[1])).toEqual(keyOf(blocks[1]));
});

test('few events, or others, are named where they stand', () => {
  expect(told([figure('China', ['visit', 'fair']), figure('Cars', ['visit', 'fair'])])).toEqual([
    undefined,
    undefined,
  ]);
  expect(told([figure('China', []), figure('Cars', [])])).toEqual([undefined, undefined]);
});

test('Markdown names the events once; a page hides the second list on paper alone', () => {
  const sample = sampleFinding();
  const fairs = sample.events
    .filter(({ event }) => event === 'summit')
    .map((one) => ({ ...one, event: 'fair', label: 'Spring fair' }));
  const targets = sample.study.targets.map((one) => ({ ...one, placebo: false }));
  const finding = {
    ...sample,
    study: { ...sample.study, targets },
    events: [...sample.events, ...fairs],
  };
  const whole = renderMarkdown(finding);
  const from = whole.indexOf(`## ${messages.volume.heading}`);
  const markdown = whole.slice(from, whole.indexOf('\n## ', from));
  expect(markdown.split('Spring fair')).toHaveLength(2);
  expect(markdown).toContain('A–C: the events named under');
  const page = renderHtml(finding);
  const volume = page.slice(page.indexOf('<section id="volume"'), page.indexOf('<section id="exhibits"'));
  expect(volume).toMatch(/<ul class="key">[\s\S]*Spring fair[\s\S]*<ul class="key again">/);
  expect(volume).toMatch(/<ul class="key again">[\s\S]*Spring fair[\s\S]*<li class="under">A–C: the events/);
});
