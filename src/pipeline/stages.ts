import { BugError } from '../errors/errors.ts';
import type { SourceConfig, StudyConfig } from '../study/config.ts';

/** What a stage needs and gives. The version rises when the same input would give another output. */
export interface Stage {
  readonly name: string;
  readonly version: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The part of the study the stage depends on: nothing else makes it run again. */
  readonly slice: (study: StudyConfig, source: SourceConfig | null) => unknown;
}

/** Every stage, in order. The first four work batch by batch, in several threads; the others on the whole. */
export const STAGES = {
  collect: {
    name: 'collect',
    version: '3',
    reads: [],
    writes: ['raw_record', 'rejected_record'],
    slice: (_, source): unknown =>
      source === null
        ? null
        : [source.id, source.adapter, source.encoding, source.fields, source.options, source.timeZone],
  },
  normalize: {
    name: 'normalize',
    version: '4',
    reads: ['raw_record'],
    writes: ['document', 'rejected_record'],
    slice: (_, source): unknown =>
      source === null ? null : [source.timeZone, source.language, source.region],
  },
  sign: { name: 'sign', version: '4', reads: ['document'], writes: ['signature'], slice: () => null },
  annotate: {
    name: 'annotate',
    version: '8',
    reads: ['document'],
    writes: ['mention', 'annotation'],
    slice: (study, source): unknown => [
      source?.domain ?? null,
      study.targets.map(({ id, aliases, exclude }) => [id, aliases, exclude]),
      study.themes.map(({ id, terms }) => [id, terms]),
      annotatorSlice(study),
    ],
  },
  deduplicate: {
    name: 'deduplicate',
    version: '1',
    reads: ['signature', 'document'],
    writes: ['document_cluster'],
    slice: () => null,
  },
  assess: {
    name: 'assess',
    version: '1',
    reads: [],
    writes: ['annotator_quality'],
    slice: (study): unknown => annotatorSlice(study),
  },
  coordinate: {
    name: 'coordinate',
    version: '2',
    reads: ['document', 'signature', 'document_cluster'],
    writes: ['campaign', 'campaign_author'],
    slice: (study): unknown => [
      study.coordination,
      study.seed,
      study.sources.map((source) => [source.id, source.class]),
    ],
  },
  discover: {
    name: 'discover',
    version: '2',
    reads: ['mention', 'annotation', 'document', 'signature', 'document_cluster'],
    writes: ['discovered_theme'],
    // What is asked of the themes later, and who translates, does not bear on them.
    slice: ({
      claims: _,
      events: _events,
      polls: _polls,
      digest: _digest,
      annotators,
      ...study
    }): unknown => {
      const { translation: _translation, ...measuring } = annotators;
      return { ...study, annotators: measuring };
    },
  },
  measure: {
    name: 'measure',
    version: '24',
    reads: [
      'mention',
      'annotation',
      'document',
      'document_cluster',
      'rejected_record',
      'annotator_quality',
      'discovered_theme',
      'campaign',
      'campaign_author',
      'coding',
    ],
    writes: ['cell_moment', 'measurement'],
    slice: (study): unknown => study.digest,
  },
  evidence: {
    name: 'evidence',
    version: '5',
    reads: ['mention', 'annotation', 'document', 'document_cluster'],
    writes: ['exhibit'],
    slice: (study): unknown => study.digest,
  },
  translate: {
    name: 'translate',
    version: '1',
    reads: ['exhibit'],
    writes: ['translation'],
    // Translations are kept by what was translated, and by whom: see translate-exhibits.ts.
    slice: (): unknown => null,
  },
  report: {
    name: 'report',
    version: '2',
    reads: ['measurement', 'exhibit', 'translation'],
    writes: ['finding'],
    slice: (study): unknown => study.digest,
  },
} as const satisfies Record<string, Stage>;

/**
 * The options that bear on labels: how a program or a service is asked does not. The version of a program is a digest
 * where it has none here; what an endpoint is asked is in its digest.
 */
function annotatorSlice({ annotators: { stance }, targets }: StudyConfig): unknown {
  if (stance.kind === 'endpoint')
    return [stance.kind, stance.name, stance.maxCharacters, targets.map(({ label }) => label)];
  return stance.kind === 'program' ? [stance.kind, stance.name, stance.version ?? stance.command] : stance;
}

/** Name → version of every stage, for the manifest. */
export function stageVersions(): Record<string, string> {
  return Object.fromEntries(Object.values(STAGES).map((stage) => [stage.name, stage.version]));
}

/**
 * Checks before the first row that each stage reads only what an earlier one wrote; codings come from outside.
 * @throws {BugError} naming the stage and the table
 */
export function checkPlan(stages: readonly Stage[] = Object.values(STAGES)): void {
  const written = new Set<string>(['coding']);
  for (const stage of stages) {
    for (const table of stage.reads) {
      if (!written.has(table))
        throw new BugError(`stage ${stage.name} reads ${table}, which no earlier stage writes`);
    }
    for (const table of stage.writes) written.add(table);
  }
}
