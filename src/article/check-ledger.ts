import type { StudyConfig } from '../study/config.ts';
import type { FoundProblem, ValuePath } from '../study/found-problem.ts';
import { foundProblem } from '../study/found-problem.ts';
import { nearestWord } from '../study/nearest-word.ts';
import { couldBeSpeech, findQuotations } from './find-quotations.ts';
import type { Ledger, LedgerSentence, RecordFact } from './ledger-spec.ts';

/** What the names in a ledger are looked up in. */
export interface LedgerNames {
  readonly study: Pick<StudyConfig, 'id' | 'claims' | 'classes' | 'polls'>;
  /** Null = no record was given. */
  readonly record: readonly RecordFact[] | null;
}

const LISTED: ReadonlySet<string> = new Set(['external-fact', 'quote', 'opinion']);

/** Names in a ledger that lead nowhere, and entries that contradict themselves. */
export function checkLedger(ledger: Ledger, names: LedgerNames): FoundProblem[] {
  const { study } = names;
  const problems: FoundProblem[] = [];
  if (ledger.study !== study.id)
    problems.push(
      problem(
        ['study'],
        `the ledger is of the study "${ledger.study}", this one is "${study.id}"`,
        'give the study that the ledger was made with, or make a new ledger',
      ),
    );
  const classes = study.classes.map(({ id }) => id);
  for (const id of Object.keys(ledger.classWords ?? {}))
    if (!classes.includes(id))
      problems.push(unknown(['classWords', id], { what: 'class', id, known: classes }));
  const seen = new Set<string>();
  ledger.sentences.forEach((sentence, i) => {
    const at: ValuePath = ['sentences', i];
    if (seen.has(sentence.id))
      problems.push(
        problem([...at, 'id'], `the sentence "${sentence.id}" stands here twice`, 'keep one of the two'),
      );
    seen.add(sentence.id);
    problems.push(...sentenceProblems(sentence, at, names));
  });
  return problems;
}

function sentenceProblems(
  sentence: LedgerSentence,
  at: ValuePath,
  { study, record }: LedgerNames,
): FoundProblem[] {
  const problems: FoundProblem[] = [];
  const claims = study.claims.map(({ id }) => id);
  if (sentence.claim !== undefined) {
    const claim = study.claims.find(({ id }) => id === sentence.claim);
    if (claim === undefined)
      problems.push(unknown([...at, 'claim'], { what: 'claim', id: sentence.claim, known: claims }));
    else if (sentence.kind === 'measured' && LISTED.has(claim.kind))
      problems.push(
        problem(
          [...at, 'claim'],
          `"${claim.id}" is listed as ${claim.kind}: nothing is measured of it`,
          'choose another kind, or a claim that numbers decide',
        ),
      );
    if (sentence.kind === 'no-claim')
      problems.push(
        problem(
          [...at, 'claim'],
          'a sentence that is no claim is bound to one',
          'take `claim` out, or say what kind it is',
        ),
      );
  }
  if (sentence.record !== undefined) {
    const facts = (record ?? []).map(({ id }) => id);
    if (record === null)
      problems.push(
        problem(
          [...at, 'record'],
          'no record is given',
          'name the file under `record:` at the top, or with --record',
        ),
      );
    else if (!facts.includes(sentence.record))
      problems.push(
        unknown([...at, 'record'], { what: 'fact of the record', id: sentence.record, known: facts }),
      );
  }
  if (
    sentence.original !== undefined &&
    !findQuotations(sentence.text).some(({ start, end }) => couldBeSpeech(sentence.text.slice(start, end)))
  )
    problems.push(
      problem(
        [...at, 'original'],
        'the sentence has no words in quotation marks',
        'take `original` out, or move it to the sentence that quotes',
      ),
    );
  return problems;
}

function problem(path: ValuePath, text: string, remedy: string): FoundProblem {
  return foundProblem({ path }, 'article/attached', { problem: text, remedy });
}

function unknown(
  path: ValuePath,
  { what, id, known }: { readonly what: string; readonly id: string; readonly known: readonly string[] },
): FoundProblem {
  const near = nearestWord(id, known);
  const list = known.length > 12 ? `${known.slice(0, 12).join(', ')}, …` : known.join(', ');
  const remedy =
    near !== null
      ? `did you mean "${near}"?`
      : known.length === 0
        ? `there is no ${what}: take it out`
        : `use one of: ${list}`;
  return problem(path, `unknown ${what} "${id.slice(0, 60)}"`, remedy);
}

/** Facts that have the id of another. */
export function checkRecord({ facts }: { readonly facts: readonly RecordFact[] }): FoundProblem[] {
  return facts.flatMap((fact, i) =>
    facts.findIndex(({ id }) => id === fact.id) < i
      ? [problem(['facts', i, 'id'], `the id "${fact.id}" is used twice`, 'give each fact an id of its own')]
      : [],
  );
}
