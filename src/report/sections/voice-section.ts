import type { VoiceCount } from '../../domain/finding.ts';
import { VOICES, type Voice } from '../../domain/mention.ts';
import type { Cell, Section } from '../block.ts';
import { countCell, type ReportContext, targetCell } from '../report-context.ts';

/** In whose words the targets stand, and which of them count. */
export function composeVoices(context: ReportContext): Section | null {
  const { finding, messages, format, label } = context;
  const words = messages.voices;
  const counts = finding.voices ?? [];
  if (counts.length === 0) return null;
  const counted = finding.study.voices ?? ['own'];
  const name = (voice: Voice): string => words.voice[voice];
  const rows = Map.groupBy(counts, (one) => JSON.stringify([one.target, one.stratum]));
  const table = {
    caption: words.caption,
    columns: [
      { label: messages.word.target, numeric: false },
      { label: messages.word.class, numeric: false },
      ...VOICES.map((voice) => ({ label: name(voice), numeric: true })),
    ],
    rows: [...rows.values()].map((mine) => {
      const { target, stratum } = mine[0] as VoiceCount;
      return [
        targetCell(context, target),
        { text: label.stratum(stratum) },
        ...VOICES.map((voice) =>
          voiceCell(
            context,
            mine.find((one) => one.voice === voice),
          ),
        ),
      ];
    }),
  };
  return {
    id: 'voices',
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.intro(format.list(counted.map(name))) },
      { kind: 'table', table },
    ],
  };
}

function voiceCell(context: ReportContext, count: VoiceCount | undefined): Cell {
  if (count === undefined) return countCell(context, 0);
  if (count.nAgainst === null || count.nFavor === null) return countCell(context, null);
  const { format, messages } = context;
  const note = messages.voices.labels(format.count(count.nAgainst), format.count(count.nFavor));
  return { ...countCell(context, count.nMentions), note };
}
