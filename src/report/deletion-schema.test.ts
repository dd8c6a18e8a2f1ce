import { expect, test } from 'vitest';
import { z } from 'zod';
import { deletionSchema } from './deletion-schema.ts';

test('the published schema of deletion.json is the one in the code', async () => {
  const schema = z.toJSONSchema(deletionSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/deletion.schema.json');
});
