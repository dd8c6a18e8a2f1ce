import type { Section } from '../block.ts';
import type { ReportContext } from '../report-context.ts';

/** What another person needs to make the same finding again. */
export function composeReproduce(context: ReportContext): Section {
  const { messages, finding, format } = context;
  const { manifest, study } = finding;
  const words = messages.reproduce;
  const code = (term: string, detail: string) => ({ term, detail, code: true });
  return {
    id: 'reproduce',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro },
      {
        kind: 'facts',
        facts: [
          code(words.study, study.id),
          code(words.runId, manifest.runId),
          code(words.configDigest, study.configDigest),
          code(words.recordsDigest(format.count(manifest.nRecords)), manifest.recordsDigest),
          ...(manifest.recordsRoot === undefined ? [] : [code(words.recordsRoot, manifest.recordsRoot)]),
          code(words.seed, String(manifest.seed)),
          code(words.version, manifest.version),
          code(
            words.stages,
            Object.entries(manifest.stages)
              .map(([stage, version]) => `${stage} ${version}`)
              .join(', '),
          ),
          code(
            words.annotators,
            manifest.annotators.map((one) => `${one.layer}: ${one.name} ${one.version}`).join(', ') ||
              messages.word.nothing,
          ),
        ],
      },
    ],
  };
}
