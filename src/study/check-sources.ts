import { type ZodType, z } from 'zod';
import { checkLanguage } from './check-terms.ts';
import { formProblems } from './form-problems.ts';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';
import { nearestWord } from './nearest-word.ts';
import type { JsonSchema } from './schema.ts';
import { itemsOf, textsOf, type WrittenGroup, type WrittenItem } from './written-study.ts';

/** What the study needs to know of an adapter. */
export interface AdapterContract {
  readonly name: string;
  readonly optionsSchema: ZodType;
}

/** What sources are checked against. */
export interface SourceContext {
  readonly adapters: readonly AdapterContract[];
  readonly written: (path: ValuePath) => string | null;
}

/** Problems of the sources beyond their form, and paths that are read twice or bound to this machine. */
export function checkSources(
  study: WrittenGroup,
  context: SourceContext,
): { problems: FoundProblem[]; warnings: FoundProblem[] } {
  const sources = itemsOf(study, 'sources');
  return {
    problems: sources.flatMap((source) => [
      ...checkAdapter(source, study, context),
      ...checkTimeZone(source.group['timeZone'], [...source.path, 'timeZone']),
      ...checkEncoding(source.group['encoding'], [...source.path, 'encoding']),
      ...textsOf(source.group['language'], []).flatMap(({ text }) =>
        checkLanguage(text, { path: [...source.path, 'language'] }),
      ),
    ]),
    warnings: pathWarnings(sources),
  };
}

function checkAdapter(source: WrittenItem, study: WrittenGroup, context: SourceContext): FoundProblem[] {
  const name = source.group['adapter'];
  if (typeof name !== 'string' || name === '') return [];
  const adapter = context.adapters.find((each) => each.name === name);
  if (adapter === undefined) {
    const names = context.adapters.map((each) => each.name);
    const near = nearestWord(name, names);
    const known =
      near === null
        ? names.join(', ')
        : `${near} (did you mean this?), ${names.filter((n) => n !== near).join(', ')}`;
    return [
      foundProblem({ path: [...source.path, 'adapter'] }, 'study/unknown-adapter', { adapter: name, known }),
    ];
  }
  const options = source.group['options'] ?? {};
  if (typeof options !== 'object' || Array.isArray(options)) return [];
  const checked = adapter.optionsSchema.safeParse(options, { reportInput: true });
  if (checked.success) return [];
  const root = [...source.path, 'options'];
  return formProblems(checked.error.issues, {
    study,
    schema: z.toJSONSchema(adapter.optionsSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
    root,
    base: root,
    fallback: `the README of the adapter ${name} lists its options`,
    written: context.written,
  });
}

/** Common names that are no IANA zones. */
const ZONES: Readonly<Record<string, string>> = {
  msk: 'Europe/Moscow',
  moscow: 'Europe/Moscow',
  beijing: 'Asia/Shanghai',
  'asia/beijing': 'Asia/Shanghai',
  shanghai: 'Asia/Shanghai',
  kiev: 'Europe/Kyiv',
  kyiv: 'Europe/Kyiv',
};

function checkTimeZone(zone: unknown, path: ValuePath): FoundProblem[] {
  if (typeof zone !== 'string' || zone === '') return [];
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return [];
  } catch {
    return [
      foundProblem({ path }, 'study/unknown-time-zone', () => ({
        timeZone: zone,
        suggestion: ZONES[zone.toLowerCase()] ?? nearestWord(zone, Intl.supportedValuesOf('timeZone')),
      })),
    ];
  }
}

const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'gbk',
  'gb18030',
  'big5',
  'windows-1252',
];

function checkEncoding(encoding: unknown, path: ValuePath): FoundProblem[] {
  if (typeof encoding !== 'string' || encoding === '') return [];
  try {
    new TextDecoder(encoding.trim());
    return [];
  } catch {
    const digits = /1251|1252|gb18030/i.exec(encoding)?.[0].toLowerCase();
    const suggestion = ENCODINGS.find((each) => digits !== undefined && each.endsWith(digits));
    return [
      foundProblem({ path }, 'study/unknown-encoding', {
        encoding,
        suggestion: suggestion ?? nearestWord(encoding, ENCODINGS),
      }),
    ];
  }
}

function pathWarnings(sources: readonly WrittenItem[]): FoundProblem[] {
  const readers = new Map<string, string>();
  return sources.flatMap(({ group, path, id }, i) => {
    const name = id ?? `#${i + 1}`;
    return textsOf(group['path'], [...path, 'path']).flatMap(({ text, path: at }) => {
      const first = readers.get(text);
      readers.set(text, first ?? name);
      const found: FoundProblem[] = [];
      if (first !== undefined) {
        found.push(
          foundProblem({ path: at }, 'study/shared-path', { path: text, sources: `${first}, ${name}` }),
        );
      }
      if (/^(?:\/|~|[A-Za-z]:[\\/])/.test(text))
        found.push(foundProblem({ path: at }, 'study/absolute-path', { path: text }));
      return found;
    });
  });
}
