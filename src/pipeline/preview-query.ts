import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { markedPassage } from '../annotate/coding/marked-passage.ts';
import { createTargetMatcher, type Span } from '../annotate/target-matcher.ts';
import { dateOfDay, dayOfDate, timeBins } from '../measure/time-bins.ts';
import type { SampledDocument } from '../store/queries/sampled-documents.ts';
import type { StudyConfig, TargetConfig } from '../study/config.ts';
import type { DrawnDocuments } from './draw-documents.ts';

/** A post as a preview shows it; handles, addresses and numbers of persons are taken out. */
interface PreviewPost {
  readonly id: string;
  readonly day: string;
  readonly source: string;
  readonly language: string;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** What a query finds in drawn documents, beside what the saved one finds. */
export interface QueryPreview {
  readonly from: DrawnDocuments['from'];
  /** Null = not known. */
  readonly total: number | null;
  readonly nDrawn: number;
  readonly nFound: number;
  /** Found by this query and not by the saved one, and the other way round. */
  readonly nGained: number;
  readonly nLost: number;
  readonly series: { readonly start: string; readonly drawn: number; readonly found: number }[];
  /** Null = the study's privacy profile shows nobody's words. */
  readonly posts: PreviewPost[] | null;
}

/** Which posts are shown. */
export type ShownPosts = 'found' | 'gained' | 'lost';

const POSTS = 12;

/** The place of the first match in each document, where there is one. */
export type FoundPlaces = ReadonlyMap<number, Span>;

/** Others are answered after so many documents. */
const AT_A_TIME = 1_000;

/**
 * Looks for a target in drawn documents as annotation does: all forms of its aliases, without its excludes. Work is done in
 * pieces, so that a server answers others meanwhile, and ends where `isWanted` says that nobody waits for it.
 */
export async function findTarget(
  documents: readonly SampledDocument[],
  target: TargetConfig,
  isWanted: () => boolean = () => true,
): Promise<FoundPlaces> {
  const matcher = createTargetMatcher([target], []);
  const found = new Map<number, Span>();
  for (let at = 0; at < documents.length && isWanted(); at++) {
    const [first] = matcher.find((documents[at] as SampledDocument).text).targets.get(0) ?? [];
    if (first !== undefined) found.set(at, first);
    if (at % AT_A_TIME === AT_A_TIME - 1) await setImmediate();
  }
  return found;
}

/** What a query finds beside the saved one; which posts are shown follows from the seed and their ids. */
export function previewQuery(
  study: StudyConfig,
  drawn: DrawnDocuments,
  {
    now,
    saved,
    shown,
    seed,
  }: {
    readonly now: FoundPlaces;
    readonly saved: FoundPlaces;
    readonly shown: ShownPosts;
    readonly seed: number;
  },
): QueryPreview {
  const gained = [...now.keys()].filter((at) => !saved.has(at));
  const lost = [...saved.keys()].filter((at) => !now.has(at));
  const chosen = shown === 'gained' ? gained : shown === 'lost' ? lost : [...now.keys()];
  const places = shown === 'lost' ? saved : now;
  return {
    from: drawn.from,
    total: drawn.total,
    nDrawn: drawn.documents.length,
    nFound: now.size,
    nGained: gained.length,
    nLost: lost.length,
    series: seriesOf(study, drawn.documents, now),
    posts:
      study.privacy.profile === 'none'
        ? null
        : drawSome(drawn.documents, chosen, seed).map((at) =>
            postOf(drawn.documents[at] as SampledDocument, places.get(at) as Span),
          ),
  };
}

function seriesOf(
  study: StudyConfig,
  documents: readonly SampledDocument[],
  found: FoundPlaces,
): QueryPreview['series'] {
  const bins = timeBins(study.period, study.bin);
  const first = dayOfDate(study.period.start);
  const binOfDay = bins.flatMap(({ start, end }, bin) => Array.from({ length: end - start }, () => bin));
  const counts = bins.map(() => ({ drawn: 0, found: 0 }));
  documents.forEach(({ day }, at) => {
    const count = counts[binOfDay[day - first] ?? -1];
    if (count === undefined) return;
    count.drawn++;
    if (found.has(at)) count.found++;
  });
  return bins.map(({ start }, bin) => ({
    start: dateOfDay(start),
    ...(counts[bin] as (typeof counts)[number]),
  }));
}

function drawSome(documents: readonly SampledDocument[], chosen: readonly number[], seed: number): number[] {
  return chosen
    .map((at) => ({ at, key: hash('md5', `${seed} ${documents[at]?.id}`, 'hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, POSTS)
    .map(({ at }) => at);
}

/** The marks that {@link markedPassage} puts around the target. */
const PARTS = /^(.*?)⟦(.*?)⟧(.*)$/su;

function postOf(document: SampledDocument, [start, end]: Span): PreviewPost {
  const passage = markedPassage({ text: document.text, start, end });
  const [, before = passage, marked = '', after = ''] = PARTS.exec(passage) ?? [];
  const { id, source, language, day } = document;
  return { id, day: dateOfDay(day), source, language, before, marked, after };
}
