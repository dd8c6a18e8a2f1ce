import { expect, test } from 'vitest';
import { z } from 'zod';
import { multiverseSchema } from './multiverse-schema.ts';

test('the published schema of multiverse.json is the one in the code', async () => {
  const schema = z.toJSONSchema(multiverseSchema, { io: 'input' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/multiverse.schema.json',
  );
});
