/**
 * A coding round through the browser: two people code a sample of the demo by keyboard, differences are settled, the sample is
 * closed, the study measured again.
 *
 *     node bench/coding-round.ts [--documents 40000] [--n 200] [--slips 0.05]
 *
 * The stance that was planted is what a person reads, but for slips. Prints how long it took, how far coders agree, the
 * index counted and corrected beside what was planted, and whether as many codings again narrow it as was told.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeRound } from './coding-round/code-round.ts';
import { renderRound } from './coding-round/render-round.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '40000' },
    n: { type: 'string', default: '200' },
    slips: { type: 'string', default: '0.05' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'groundswell-round-'));
try {
  const round = await codeRound(folder, {
    documents: Number(values.documents),
    n: Number(values.n),
    slips: Number(values.slips),
  });
  process.stdout.write(`${renderRound(round)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
