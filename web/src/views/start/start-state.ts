import type { Recognised, StudyDraft } from '../../../../src/server/start/start-contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';

/** Files of one kind that are read as one source. */
export interface DraftSource {
  /** The first file: what is shown of the source is read from it. */
  readonly path: string;
  readonly paths: readonly string[];
  readonly label: string;
  readonly class: string;
  readonly timeZone: string;
  /** Null until it is known. */
  readonly recognised: Recognised | null;
}

/** A target as it is typed. */
export interface DraftTarget {
  readonly label: string;
  readonly aliases: string;
  readonly exclude: string;
  readonly placebo: boolean;
}

/** What has been answered. */
export interface StartState {
  readonly chosen: readonly string[];
  readonly sources: readonly DraftSource[];
  readonly targets: readonly DraftTarget[];
  readonly title: string;
  readonly question: string;
  readonly language: ReportLanguage;
  /** First and last day; empty = those of the files. */
  readonly first: string;
  readonly last: string;
  readonly bin: StudyDraft['bin'];
}

/** Nothing answered yet. */
export function newStart(language: ReportLanguage): StartState {
  return {
    chosen: [],
    sources: [],
    targets: [{ label: '', aliases: '', exclude: '', placebo: false }],
    title: '',
    question: '',
    language,
    first: '',
    last: '',
    bin: 'week',
  };
}

/** Files that lie in one folder and end alike are one source; what is known of a source stays. */
export function groupFiles(
  chosen: readonly string[],
  known: readonly DraftSource[],
  timeZone: string,
): DraftSource[] {
  const groups = new Map<string, string[]>();
  for (const path of [...chosen].sort()) {
    const key = `${path.replace(/[^/]*$/, '')} ${path.replace(/^.*?([^./]*(\.gz|\.zst)?)$/, '$1')}`;
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].map((paths) => {
    const path = paths[0] as string;
    const before = known.find((one) => one.path === path);
    if (before !== undefined) return { ...before, paths };
    const label = path.replace(/^.*\//, '').replace(/\.[a-z0-9.]+$/i, '');
    return { path, paths, label, class: 'public', timeZone, recognised: null };
  });
}

/** Words between commas and line breaks, each once. */
function wordsOf(text: string): string[] {
  return [...new Set(text.split(/[,，、;；\n]/).map((word) => word.trim()))].filter((word) => word !== '');
}

/** The day after a day. */
function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + 86_400_000).toISOString().slice(0, 10);
}

/** First and last day of what was read of the files. */
export function daysOf(sources: readonly DraftSource[]): readonly [string, string] | null {
  const days = sources.flatMap(({ recognised }) => recognised?.days ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** The answers as the server takes them; null while something that it needs is missing. */
export function draftOf(state: StartState): StudyDraft | null {
  const found = daysOf(state.sources);
  const first = state.first || found?.[0];
  const last = state.last || found?.[1];
  const targets = state.targets
    .map(({ label, aliases, exclude, placebo }) => ({
      label: label.trim(),
      aliases: wordsOf(aliases).length === 0 && label.trim() !== '' ? [label.trim()] : wordsOf(aliases),
      exclude: wordsOf(exclude),
      placebo,
    }))
    .filter(({ label }) => label !== '');
  if (first === undefined || last === undefined || targets.length === 0 || state.title.trim() === '')
    return null;
  if (state.sources.length === 0 || state.sources.some(({ recognised }) => recognised === null)) return null;
  return {
    title: state.title.trim(),
    question: state.question.trim(),
    language: state.language,
    period: { start: first, end: dayAfter(last) },
    bin: state.bin,
    targets,
    sources: state.sources.map(({ label, paths, class: kind, timeZone, recognised }) => ({
      label: label.trim() || (paths[0] as string),
      paths: [...paths],
      adapter: recognised?.adapter ?? '',
      class: kind,
      timeZone,
      fields: recognised?.fields ?? {},
    })),
  };
}
