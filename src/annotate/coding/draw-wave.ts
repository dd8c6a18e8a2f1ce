import { hash } from 'node:crypto';
import { shuffleByKey } from '../../stats/sample-design.ts';
import type { CodingWave, DrawnMention } from './coding-wave.ts';
import { passageDigest } from './marked-passage.ts';
import { type CellValue, writeRows } from './write-rows.ts';

/** A drawn mention as a coder sees it. */
export interface PassageToCode {
  /** Sixteen hexadecimal digits. */
  readonly documentId: string;
  readonly target: string;
  readonly stratum: string;
  readonly language: string;
  readonly passage: string;
}

/** What a wave is made of beside the mentions. */
export interface WaveOptions extends Omit<CodingWave, 'mentions'> {
  /** Mentions that stand on every sheet. */
  readonly overlap: number;
}

/** A wave and the sheets to be coded. */
export interface DrawnWave {
  readonly wave: CodingWave;
  /** One for each coder, as CSV. */
  readonly sheets: readonly string[];
}

const SHEET_COLUMNS = ['id', 'text', 'target', 'language', 'label', 'note'];

/** Marks UTF-8 for spreadsheets. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Gives drawn mentions opaque ids, deals them out to the sheets and writes these: each in an order of its own that tells
 * nothing, without the model's label, the stratum or the date. Mentions coded by all are a random part of the sample.
 * @param targetLabel name of a target for readers
 */
export function drawWave(
  passages: readonly PassageToCode[],
  { overlap, ...wave }: WaveOptions,
  form: { readonly targetLabel: (target: string) => string; readonly delimiter: ',' | ';' },
): DrawnWave {
  const key = `${wave.seed}/${wave.wave}`;
  const byId = new Map(passages.map((one) => [opaqueId(wave, one), one]));
  const order = shuffleByKey([...byId.keys()], `${key}/deal`);
  const everySheet = Array.from({ length: wave.nSheets }, (_, i) => i + 1);
  const sheetsOf = new Map(
    order.map((id, i) => [id, i < overlap ? everySheet : [1 + ((i - overlap) % wave.nSheets)]]),
  );
  const probability = new Map(wave.strata.map((one) => [one.id, one.nDrawn / one.nPopulation]));
  const mentions = [...byId].map(
    ([id, one]): DrawnMention => ({
      id,
      documentId: one.documentId,
      target: one.target,
      stratum: one.stratum,
      inclusionProbability: probability.get(one.stratum) ?? 0,
      sheets: sheetsOf.get(id) ?? [],
      passage: passageDigest(one.passage),
    }),
  );
  const sheets = everySheet.map((sheet) => {
    const ids = order.filter((id) => sheetsOf.get(id)?.includes(sheet));
    const rows = shuffleByKey(ids, `${key}/sheet ${sheet}`).map((id): CellValue[] => {
      const { passage, target, language } = byId.get(id) as PassageToCode;
      return [id, passage, form.targetLabel(target), language, '', ''];
    });
    return BYTE_ORDER_MARK + writeRows(SHEET_COLUMNS, rows, form.delimiter);
  });
  return { wave: { ...wave, mentions }, sheets };
}

/** `m` and twelve hexadecimal digits: a spreadsheet takes it for neither a number nor a date. */
function opaqueId(
  { study, wave }: Pick<CodingWave, 'study' | 'wave'>,
  { documentId, target }: PassageToCode,
): string {
  return `m${hash('sha256', `${study}\n${wave}\n${documentId}\n${target}`, 'hex').slice(0, 12)}`;
}
