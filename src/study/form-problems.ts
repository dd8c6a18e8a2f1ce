import type { z } from 'zod';
import { calendarDay } from './calendar-day.ts';
import { type FoundProblem, foundProblem, pathName, shown, type ValuePath } from './found-problem.ts';
import { nearestWord } from './nearest-word.ts';
import { formsOf, type JsonSchema, schemasAt } from './schema.ts';

type Issue = z.core.$ZodIssue;

/** What the messages are made from. */
export interface FormContext {
  /** The study as read, for the ids in names of places. */
  readonly study: unknown;
  readonly schema: JsonSchema;
  /** Path in the study of the value that `schema` describes. */
  readonly root: ValuePath;
  /** Path in the study from which the paths of the issues go on. */
  readonly base: ValuePath;
  /** What to do where no field's meaning says it. */
  readonly fallback: string;
  /** The characters of a plain value in the file. */
  readonly written: (path: ValuePath) => string | null;
}

/** Turns what the schema found into problems a person can mend. */
export function formProblems(issues: readonly Issue[], context: FormContext): FoundProblem[] {
  return issues.flatMap((issue) => {
    const path = [
      ...context.base,
      ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    ];
    return formProblem(issue, path, context);
  });
}

function formProblem(issue: Issue, path: ValuePath, context: FormContext): FoundProblem[] {
  const field = pathName(path, context.study);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const remedy = unknownKeyRemedy(key, path, context);
      return foundProblem({ path: [...path, key], atKey: true }, 'study/unknown-key', {
        key,
        where: field,
        remedy,
      });
    });
  }
  if (issue.code === 'invalid_union') {
    const fitting = fittingBranch(issue.errors);
    if (fitting !== null) return formProblems(fitting, { ...context, base: path });
    if (issue.discriminator !== undefined) return [unknownKind(issue, path, field)];
  }
  const meaning = meaningAt(path, context);
  if (
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value')
  ) {
    return [foundProblem({ path, atKey: true }, 'study/missing', { field, meaning })];
  }
  const { problem, remedy } = describeIssue(issue, context.written(path));
  return [foundProblem({ path }, 'study/wrong-value', { field, problem, remedy: remedy ?? meaning })];
}

/** A value such as `kind`, which chooses the other keys, that is none of the known ones or missing. */
function unknownKind(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: ValuePath,
  field: string,
): FoundProblem {
  const kinds = ('options' in issue && Array.isArray(issue.options) ? issue.options : []).flatMap((kind) =>
    typeof kind === 'string' ? [kind] : [],
  );
  const written = (issue.input as Readonly<Record<string, unknown>>)[issue.discriminator ?? ''];
  const near = nearestWord(String(written), kinds);
  return foundProblem({ path }, 'study/wrong-value', {
    field,
    problem: `${shown(written)} is none of ${kinds.join(', ')}`,
    remedy: near === null ? `write one of: ${kinds.join(', ')}` : `did you mean ${near}?`,
  });
}

/** Of several allowed forms the one the person meant: the one that fails deepest, not at its kind of value. */
function fittingBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fits = (issue: Issue): boolean => issue.path.length > 0 || issue.code !== 'invalid_type';
  return branches.find((issues) => issues.length > 0 && issues.every(fits)) ?? null;
}

interface Description {
  readonly problem: string;
  /** Null = the meaning of the field says what to do. */
  readonly remedy: string | null;
}

function describeIssue(issue: Issue, written: string | null): Description {
  const found = shown(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind([issue.expected], issue.input, written);
    case 'invalid_union':
      return wrongKind(issue.errors.flat().flatMap(expectedKind), issue.input, written);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const near = nearestWord(String(issue.input), values);
      const remedy = near === null ? `write one of: ${values.join(', ')}` : `did you mean ${near}?`;
      return { problem: `${found} is none of ${values.join(', ')}`, remedy };
    }
    case 'too_small':
      return { problem: tooSmall(issue, found), remedy: null };
    case 'too_big':
      return {
        problem: `${found} is too large: ${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}`,
        remedy: null,
      };
    case 'invalid_format':
      if (issue.format === 'date')
        return { problem: `${found} is not a day of the calendar`, remedy: dateRemedy(String(issue.input)) };
      return issue.message.startsWith('Invalid')
        ? { problem: `${found} does not have the form ${issue.pattern ?? issue.format}`, remedy: null }
        : { problem: `${found} does not have the right form`, remedy: `use ${issue.message}` };
    default:
      return { problem: `${found} cannot be used: ${issue.message}`, remedy: null };
  }
}

const expectedKind = (issue: Issue): string[] =>
  issue.code === 'invalid_type' && issue.path.length === 0 ? [issue.expected] : [];

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, found: string): string {
  if (issue.origin === 'string') return 'the text is empty';
  if (issue.origin === 'array') return 'the list is empty';
  return `${found} is too small: ${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function wrongKind(expected: readonly string[], input: unknown, written: string | null): Description {
  const kinds = [...new Set(expected.map((kind) => KINDS[kind] ?? kind))];
  const found = typeof input === 'string' ? `the text ${shown(input)}` : shown(input);
  const problem = `must be ${kinds.join(' or ')}, not ${found}`;
  const plain = typeof input === 'number' || typeof input === 'boolean';
  if (plain && expected.includes('string')) {
    const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(written ?? '');
    const quoted = JSON.stringify(written ?? String(input));
    return {
      problem,
      remedy:
        digits === null
          ? `put it in quotes: ${quoted}`
          : `put it in quotes: ${quoted}; a day is written ${digits.slice(1).join('-')}`,
    };
  }
  if (typeof input !== 'string') return { problem, remedy: null };
  if (expected.includes('boolean')) {
    if (/^(yes|y|on|true|да|是)$/i.test(input)) return { problem, remedy: 'write true' };
    if (/^(no|n|off|false|нет|否)$/i.test(input)) return { problem, remedy: 'write false' };
  }
  const percent = /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(input);
  if (expected.includes('number') && percent !== null)
    return { problem, remedy: `write ${Number(percent[1]) / 100}` };
  const numeric =
    /^-?\d{1,15}(\.\d{1,15})?$/.test(input) && expected.some((kind) => kind === 'number' || kind === 'int');
  return { problem, remedy: numeric ? `write it without quotes: ${input}` : null };
}

function dateRemedy(written: string): string {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(written);
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const parts = iso?.slice(1, 4) ?? dayFirst?.slice(1, 4).reverse();
  const day = parts?.map((part) => part.padStart(2, '0')).join('-');
  const known = day !== written && calendarDay(day) !== null;
  return known ? `write ${day}` : 'write days as YYYY-MM-DD, such as 2024-07-01';
}

function meaningAt(path: ValuePath, context: FormContext): string {
  for (let inner = path.slice(context.root.length); inner.length > 0; inner = inner.slice(0, -1)) {
    const schemas = schemasAt(context.schema, inner, (form, at) =>
      isOfKind(form, kindAt([...context.root, ...at], context.study)),
    );
    const { description } = schemas.find((each) => each.description !== undefined) ?? {};
    if (description !== undefined) return description;
  }
  return context.fallback;
}

/** The `kind` that a group is written with. */
function kindAt(path: ValuePath, study: unknown): unknown {
  let value = study;
  for (const step of [...path, 'kind']) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/** Whether a form is the one that a written `kind` chooses; forms without kinds always are. */
function isOfKind(schema: JsonSchema, kind: unknown): boolean {
  const own = schema.properties?.['kind']?.const;
  if (own === undefined) return true;
  return kind === undefined ? schema.required?.includes('kind') !== true : own === kind;
}

function unknownKeyRemedy(key: string, path: ValuePath, context: FormContext): string {
  if (key === '<<')
    return 'merge keys are not read; write the keys out, or give one value an &anchor and use *anchor';
  const forms = schemasAt(context.schema, path.slice(context.root.length)).flatMap(formsOf);
  const kind = kindAt(path, context.study);
  const known = [
    ...new Set(forms.filter((s) => isOfKind(s, kind)).flatMap((s) => Object.keys(s.properties ?? {}))),
  ];
  const other = forms.find((s) => !isOfKind(s, kind) && Object.hasOwn(s.properties ?? {}, key));
  if (other !== undefined && !known.includes(key))
    return `"${key}" belongs to kind: ${String(other.properties?.['kind']?.const)}`;
  const near = nearestWord(key, known);
  if (near !== null) return `did you mean "${near}"?`;
  const home = Object.entries(context.schema.properties ?? {}).find(([, section]) => {
    const forms = formsOf(section).flatMap((form) => [
      form,
      ...(form.items === undefined ? [] : formsOf(form.items)),
    ]);
    return forms.some((form) => form.properties !== undefined && Object.hasOwn(form.properties, key));
  });
  if (home !== undefined && context.root.length === 0 && path[0] !== home[0])
    return `"${key}" is a key of \`${home[0]}\``;
  if (known.length === 0) return 'remove it';
  return `the keys here are: ${known.filter((each) => each !== '$schema').join(', ')}`;
}
