import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { STANCE_LABELS } from '../../../domain/stance.ts';
import { INSTRUCTIONS, PROMPT_VERSION } from './endpoint-prompt.ts';

test('other instructions have another version, which findings name', () => {
  expect([PROMPT_VERSION, hash('sha256', INSTRUCTIONS).slice(0, 16)]).toEqual(['1', '4230bacecbe7e328']);
});

test('the instructions say what every label means, and ask for JSON by its name', () => {
  for (const label of STANCE_LABELS) expect(INSTRUCTIONS).toContain(`- "${label}": `);
  // Services that give a JSON object want the word in a message.
  expect(INSTRUCTIONS).toContain('JSON');
});
