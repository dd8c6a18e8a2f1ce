import { z } from 'zod';
import type { ValuePath } from './found-problem.ts';
import { STUDY_SPEC } from './spec.ts';

/** The parts of JSON Schema that the study schema uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  /** Forms that a key, such as `kind`, tells apart. */
  readonly oneOf?: readonly JsonSchema[];
}

/** JSON Schema (draft 2020-12) of the study file, for editors. */
export function studyJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(STUDY_SPEC, { io: 'input' });
  return { ...schema, title: 'Groundswell study file' } as JsonSchema;
}

/**
 * The schemas that a path may lead to: several where a value may take several forms. `isMeant` leaves out forms on the
 * way that a value does not take.
 */
export function schemasAt(
  root: JsonSchema,
  path: ValuePath,
  isMeant: (form: JsonSchema, at: ValuePath) => boolean = () => true,
): readonly JsonSchema[] {
  let here = [root];
  path.forEach((step, i) => {
    const forms = here.flatMap(formsOf).filter((form) => isMeant(form, path.slice(0, i)));
    here = forms.flatMap((form) => memberSchemas(form, step));
  });
  return here;
}

/** A schema and every form its value may take. */
export function formsOf(schema: JsonSchema): readonly JsonSchema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(formsOf)];
}

function memberSchemas(schema: JsonSchema, step: string | number): readonly JsonSchema[] {
  if (typeof step === 'number') return schema.items === undefined ? [] : [schema.items];
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, step)) {
    return [schema.properties[step] as JsonSchema];
  }
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}
