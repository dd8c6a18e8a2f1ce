import type { Deletion } from '../domain/deletion.ts';
import { type DocumentId, printId } from '../domain/identifiers.ts';
import { estimateDeletion } from '../measure/estimate-deletion.ts';
import type { DrawnAddress } from '../store/queries/recheck-frame.ts';
import type { StudyConfig } from '../study/config.ts';
import type { DrawnDocuments } from './draw-rechecked.ts';
import type { RecheckAnswers } from './recheck-journal.ts';

/** A look at addresses: what was drawn, and what was answered. */
interface AnsweredLook extends DrawnDocuments {
  readonly study: StudyConfig;
  readonly runId: string;
  readonly seed: number;
  readonly sample: number;
  readonly answers: RecheckAnswers;
}

/** Key of a drawn document among the answers: a document is drawn once for each stance that it takes. */
export function answerKey({ documentId, stance }: DrawnAddress): string {
  return `${printId(documentId as DocumentId)} ${stance}`;
}

/** `deletion.json` from the answers: a function of them, the corpus and the study, so that it can be made again. */
export function composeDeletion(look: AnsweredLook): Deletion {
  const { study, runId, seed, sample, frame, drawn, answers } = look;
  const { confidenceLevel } = study.measure;
  const documents = drawn.flatMap((one) => {
    const outcome = answers.outcomes.get(answerKey(one));
    return outcome === undefined
      ? []
      : [{ class: one.class, stance: one.stance, author: String(one.author), outcome }];
  });
  const span = answers.span();
  const shown = (at: number | undefined): string | null =>
    at === undefined ? null : new Date(at).toISOString();
  return {
    schema: 'groundswell-deletion/1',
    synthetic: study.synthetic,
    study: study.id,
    title: study.title,
    runId,
    seed,
    sample,
    askedFrom: shown(span?.[0]),
    askedTo: shown(span?.[1]),
    confidenceLevel,
    ...estimateDeletion(frame, documents, {
      confidenceLevel,
      privateClasses: study.classes.filter(({ speaker }) => speaker === 'private').map(({ id }) => id),
    }),
  };
}
