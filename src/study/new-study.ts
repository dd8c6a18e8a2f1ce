import { Document } from 'yaml';
import { idOf, SCHEMA_ADDRESS } from './template.ts';

/** What a person answers before a study file is written. */
export interface NewStudy {
  readonly title: string;
  readonly question: string;
  readonly language: 'en' | 'ru' | 'zh';
  /** First day, and the first day after it. */
  readonly period: { readonly start: string; readonly end: string };
  readonly bin: 'day' | 'week' | 'month';
  readonly targets: readonly {
    readonly label: string;
    readonly aliases: readonly string[];
    readonly exclude: readonly string[];
    readonly placebo: boolean;
  }[];
  readonly sources: readonly {
    readonly label: string;
    readonly paths: readonly string[];
    readonly adapter: string;
    readonly class: string;
    readonly timeZone: string;
    readonly fields: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** A study file from a person's answers, with the comments that the template has; to be edited from then on. */
export function newStudyText(study: NewStudy): string {
  const ids = new Set<string>();
  const idFor = (label: string, kind: string): string => {
    const base = idOf(label, kind);
    let id = base;
    for (let n = 2; ids.has(`${kind} ${id}`); n++) id = `${base.slice(0, 60)}-${n}`;
    ids.add(`${kind} ${id}`);
    return id;
  };
  const { title, question, language, period, bin } = study;
  const named = (words: string): string => (words.trim() === '' ? '' : `question: ${flow(words.trim())}\n`);
  return `# yaml-language-server: $schema=${SCHEMA_ADDRESS}
# All keys: docs/study.md. Check it with \`groundswell check\`.

id: ${idOf(title)}
title: ${flow(title.trim())}
${named(question)}
# Language of the report: en, ru or zh.
language: ${language}

# First day, and the first day that no longer belongs to the study.
period: ${flow(period)}
bin: ${bin} # day, week or month; narrow bins hold few mentions

# What people take a stance toward. Cases and adjectives are formed from the aliases.
targets:
${study.targets.map((target) => targetText(target, idFor(target.label, 'target'))).join('')}
# Where the posts are.
sources:
${study.sources.map((source) => sourceText(source, idFor(source.label, 'source'))).join('')}`;
}

function targetText({ label, aliases, exclude, placebo }: NewStudy['targets'][number], id: string): string {
  return [
    `  - id: ${id}`,
    `    label: ${flow(label.trim())}`,
    ...(placebo ? ['    placebo: true'] : []),
    `    aliases: ${flow(aliases)}`,
    ...(exclude.length === 0 ? [] : [`    exclude: ${flow(exclude)}`]),
    '',
  ].join('\n');
}

function sourceText(source: NewStudy['sources'][number], id: string): string {
  const { label, paths, adapter, timeZone, fields } = source;
  const mapped = Object.entries(fields).map(([field, names]) => [
    field,
    names.length === 1 ? names[0] : names,
  ]);
  return [
    `  - id: ${id}`,
    `    label: ${flow(label.trim())}`,
    `    adapter: ${adapter}`,
    `    path: ${flow(paths.length === 1 ? paths[0] : paths)}`,
    `    class: ${flow(source.class)}`,
    `    timeZone: ${flow(timeZone)} # for times without an offset`,
    ...(mapped.length === 0 ? [] : [`    fields: ${flow(Object.fromEntries(mapped))}`]),
    '',
  ].join('\n');
}

/** A value on one line, quoted where YAML needs it. */
function flow(value: unknown): string {
  const json = JSON.stringify(value);
  // YAML would spread it over lines; JSON is YAML.
  if (json.includes('\\n') || json.includes('\\r')) return json;
  const document = new Document();
  document.contents = document.createNode(value, { flow: true });
  return document.toString({ lineWidth: 0, singleQuote: false }).trim();
}
