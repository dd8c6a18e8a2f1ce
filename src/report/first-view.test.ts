import { expect, test } from 'vitest';
import { REPORT_LANGUAGES } from '../study/config.ts';
import type { Section } from './block.ts';
import { composeFirstView } from './compose-first-view.ts';
import { openReport } from './compose-parts.ts';
import { openFirstView } from './first-view.ts';
import { firstViewSchema } from './first-view-schema.ts';
import { emptyFinding, sampleFinding } from './fixtures/sample-finding.ts';
import { chartNotes } from './formats/chart-file.ts';
import { composeIndex } from './sections/index-section.ts';

/** A section as it is shown: its charts as they are drawn, its cells without what they can be asked. */
function shown(section: Section): unknown {
  const panels: unknown[] = [];
  const seen = JSON.stringify(section, (key, value) => (key === 'number' ? undefined : (value as unknown)));
  for (const block of section.blocks)
    if (block.kind === 'figure')
      for (const { draw } of block.figure.panels) panels.push(draw('narrow'), draw('wide'));
  return { seen: JSON.parse(seen) as unknown, panels };
}

for (const [name, finding] of [
  ['a finding', sampleFinding()],
  ['a finding without numbers', emptyFinding()],
] as const)
  test(`what is seen first of ${name} is word for word and stroke for stroke what the report says`, () => {
    for (const language of REPORT_LANGUAGES) {
      const sent = JSON.stringify(composeFirstView(finding, language));
      const first = openFirstView(firstViewSchema.parse(JSON.parse(sent)));
      const report = openReport({ ...finding, study: { ...finding.study, language } }, {});
      const { chart, place: _, ...lead } = report.lead;
      const { chart: firstChart, ...firstLead } = first.lead;
      expect(firstLead).toEqual(lead);
      expect(firstChart?.description).toBe(chart?.description);
      expect(firstChart?.draw('narrow')).toEqual(chart?.draw('narrow'));
      expect(first.verdict).toBe(report.verdict);
      const section = report.section(composeIndex);
      expect(shown(first.section)).toEqual(shown(section));
      expect(chartNotes(first, first.section.blocks)).toEqual(chartNotes(report, section.blocks));
      expect(first.runId).toBe(finding.manifest.runId);
    }
  });
