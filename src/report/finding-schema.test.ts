import { expect, test } from 'vitest';
import { z } from 'zod';
import { findingSchema } from './finding-schema.ts';
import { emptyFinding, sampleFinding } from './fixtures/sample-finding.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly not?: unknown;
}

const jsonSchema = z.toJSONSchema(findingSchema, { io: 'input' }) as Schema;

test('the published schema is the one in the code', async () => {
  await expect(`${JSON.stringify(jsonSchema, null, 2)}\n`).toMatchFileSnapshot(
    '../../docs/finding.schema.json',
  );
});

test('the published description has one line for each field', async () => {
  await expect(describeSchema(jsonSchema)).toMatchFileSnapshot('../../docs/finding.md');
});

test('findings of the sample satisfy the schema; a broken one does not', () => {
  for (const finding of [sampleFinding(), emptyFinding(), sampleFinding({ withLevels: false })]) {
    expect(findingSchema.safeParse(JSON.parse(JSON.stringify(finding))).error).toBeUndefined();
  }
  const broken = { ...sampleFinding(), headline: { target: 'china' } };
  expect(findingSchema.safeParse(broken).success).toBe(false);
});

test('every field has a description', () => {
  const bare = fields(jsonSchema, '').filter((field) => field.description === '');
  expect(bare.map((field) => field.path)).toEqual([]);
});

interface Field {
  readonly path: string;
  readonly type: string;
  readonly description: string;
}

function fields(schema: Schema, path: string): Field[] {
  const inner = schema.items ?? schema;
  const variants = inner.oneOf ?? [inner];
  return variants.flatMap((variant) =>
    Object.entries(variant.properties ?? {}).flatMap(([name, one]) => {
      const here = path === '' ? name : `${path}.${name}`;
      const list = one.items === undefined ? here : `${here}[]`;
      return [{ path: here, type: typeName(one), description: one.description ?? '' }, ...fields(one, list)];
    }),
  );
}

function typeName(schema: Schema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(' · ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeName).join(' or ');
  if (schema.oneOf !== undefined) return 'object';
  if (schema.items !== undefined)
    return schema.items.not === undefined ? `list of ${typeName(schema.items)}` : 'empty list';
  return String(schema.type ?? 'any');
}

function describeSchema(schema: Schema): string {
  const seen = new Set<string>();
  const parts = Object.entries(schema.properties ?? {}).map(([name, one]) => {
    const rows = fields(one, one.items === undefined ? name : `${name}[]`)
      .filter((field) => !seen.has(field.path) && seen.add(field.path))
      .map((field) => `| \`${field.path}\` | ${field.type} | ${field.description} |`);
    const table = rows.length === 0 ? [] : ['', '| field | type | meaning |', '| --- | --- | --- |', ...rows];
    return [`## \`${name}\``, '', `${typeName(one)}. ${one.description ?? ''}`, ...table].join('\n');
  });
  const intro = [
    '# The finding',
    '',
    '`finding.json` is what a study gives and what other programs read. Its shape is a promise: names do not change, lists may fill, later versions may add fields. The JSON Schema is [finding.schema.json](finding.schema.json).',
    '',
    'Shares are 0–1 and balances −1…1, never percent. Periods are half-open: `end` is the day after the last. A number that cannot be given is `not-estimable` with a reason, never 0. No estimate is corrected for classifier error unless `correction` says so.',
    '',
    'This page is made from the schema in `src/report/finding-schema.ts`; a test fails when it is stale (`npx vitest run src/report -u` renews it).',
  ].join('\n');
  return `${[intro, ...parts].join('\n\n')}\n`;
}
