import { formsOf, type JsonSchema, studyJsonSchema } from './schema.ts';

/** Reference of the study file in Markdown, made from its schema: `docs/study.md`. */
export function studyReference(): string {
  const schema = studyJsonSchema();
  const sections = Object.entries(schema.properties ?? {}).flatMap(([key, section]) =>
    sectionLines(key, section),
  );
  return `${[INTRODUCTION, '## The file', '', ...table(schema), '', ...sections].join('\n').trimEnd()}\n`;
}

const INTRODUCTION = `# The study file

<!-- Made from the schema by \`UPDATE_DOCS=1 npx vitest run src/study\`. Edit src/study/spec*.ts instead. -->

A study file is YAML or JSON. \`groundswell init\` writes one with comments, \`groundswell check\` lists every problem
with its line. Editors complete and check it with the schema in [study.schema.json](study.schema.json).

- **Form is free**: where a list is allowed, one text will do; a key without a value counts as left out.
- **Meaning is strict**: an unknown key, an id that is not declared, a day that does not exist stop the run.
- Days are half-open: \`end\` is the first day that no longer belongs. Shares are 0–1, never percent.
- YAML 1.2 is read: \`no\`, \`on\` and unquoted dates are text. A text of digits alone needs quotes: \`"996"\`.
- Defaults stand in brackets. **Bold** keys are required.
`;

function sectionLines(key: string, section: JsonSchema): string[] {
  const group = groupIn(section);
  if (group === null) return [];
  const items = formsOf(section).flatMap((form) => form.items ?? []);
  const isList = items.length > 0;
  const kinds = items.flatMap(kindsIn);
  if (kinds.length > 0) {
    return [
      `## \`${key}\`, a list`,
      '',
      ...described(section).slice(0, -1),
      ...kinds.flatMap((form) => kindLines(key, form)),
      '',
    ];
  }
  const inner = Object.entries(group.properties ?? {}).flatMap(([name, field]) =>
    kindsIn(field).length > 0
      ? kindsIn(field).flatMap((form) => kindLines(`${key}.${name}`, form))
      : groupLines(`### \`${key}.${name}\``, groupIn(field)),
  );
  return [
    `## \`${key}\`${isList ? ', a list' : ''}`,
    '',
    ...described(section),
    ...table(group),
    ...inner,
    '',
  ];
}

const groupLines = (heading: string, group: JsonSchema | null): string[] =>
  group === null ? [] : ['', heading, '', ...table(group)];

/** The forms that a `kind` chooses, each with keys of its own. */
function kindsIn(schema: JsonSchema): JsonSchema[] {
  return formsOf(schema).filter((form) => form.properties?.['kind']?.const !== undefined);
}

function kindLines(name: string, form: JsonSchema): string[] {
  const kind = String(form.properties?.['kind']?.const);
  return ['', `### \`${name}\`, \`kind: ${kind}\``, '', ...described(form), ...table(form)];
}

const described = (schema: JsonSchema): string[] =>
  schema.description === undefined ? [] : [schema.description, ''];

/** The first form with keys of its own, in the value itself, in the items of a list or in the values of a map. */
function groupIn(schema: JsonSchema): JsonSchema | null {
  const forms = formsOf(schema).flatMap((form) => [
    form,
    ...(form.items === undefined ? [] : formsOf(form.items)),
    ...(typeof form.additionalProperties === 'object' ? formsOf(form.additionalProperties) : []),
  ]);
  return forms.find((form) => form.properties !== undefined) ?? null;
}

function table(group: JsonSchema): string[] {
  const rows = Object.entries(group.properties ?? {}).map(([key, field]) => {
    const name = group.required?.includes(key) === true ? `**\`${key}\`**` : `\`${key}\``;
    return `| ${name} | ${kindOf(field)} | ${(field.description ?? '').replaceAll('|', '\\|')} |`;
  });
  return ['| key | value | meaning |', '|---|---|---|', ...rows];
}

function kindOf(schema: JsonSchema): string {
  const kinds = formsOf(schema).flatMap((form) => plainKind(form) ?? []);
  return [...new Set(kinds)].join(' or ');
}

function plainKind(schema: JsonSchema): string | null {
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return null;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.format === 'date') return 'day';
  switch (schema.type) {
    case 'string':
      return schema.pattern === undefined ? 'text' : 'id';
    case 'array':
      return schema.items === undefined ? 'list' : `list of ${kindOf(schema.items)}`;
    case 'object':
      if (typeof schema.additionalProperties !== 'object') return 'keys';
      if (kindOf(schema.additionalProperties) === '') return 'keys';
      if (schema.additionalProperties.type === 'number') return 'per id: number';
      if (schema.additionalProperties.properties !== undefined) return 'per class: keys';
      return schema.additionalProperties.enum === undefined
        ? `per language: ${kindOf(schema.additionalProperties)}`
        : `per value: ${kindOf(schema.additionalProperties)}`;
    case 'integer':
      return 'whole number';
    case 'boolean':
      return '`true`, `false`';
    case 'null':
      return null;
    default:
      return schema.type ?? null;
  }
}
