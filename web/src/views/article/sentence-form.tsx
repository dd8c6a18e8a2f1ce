import { useState } from 'preact/hooks';
import { SENTENCE_KINDS, type SentenceKind } from '../../../../src/domain/checked-article.ts';
import type { Finding } from '../../../../src/domain/finding.ts';
import { ARTICLE_MESSAGES } from '../../../../src/report/messages/article-messages.ts';
import type { ShownLedger } from '../../../../src/server/article/article-contract.ts';
import type { SayWords } from './say-words.ts';

/** What the ledger says of one sentence. */
export type SaidSentence = ShownLedger['sentences'][number];

/** A word on a sentence. */
export type Said = {
  readonly kind: SentenceKind;
  readonly claim: string | null;
  readonly confirmed: boolean;
};

/** What a sentence is and which claim it is, to be confirmed or changed; written at once. */
export function SentenceForm(props: {
  readonly said: SaidSentence;
  readonly finding: Finding;
  readonly words: SayWords;
  readonly isBusy: boolean;
  readonly onSay: (said: Said) => void;
}) {
  const { said, finding, words, isBusy, onSay } = props;
  const [kind, setKind] = useState(said.kind);
  const [claim, setClaim] = useState(said.claim);
  const kinds = ARTICLE_MESSAGES[finding.study.language].kind;
  const bound = kind === 'no-claim' ? null : claim;
  const isSaid = said.isConfirmed && kind === said.kind && bound === said.claim;
  return (
    <form
      class="sentence-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSay({ kind, claim: bound, confirmed: !isSaid });
      }}
    >
      <label>
        <span>{words.kind}</span>
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as SentenceKind)}>
          {SENTENCE_KINDS.map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.claim}</span>
        <select
          value={bound ?? ''}
          disabled={kind === 'no-claim'}
          onChange={(event) => setClaim(event.currentTarget.value || null)}
        >
          <option value="">{words.noClaim}</option>
          {finding.claims.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={isBusy}>
        {isSaid ? words.takeBack : words.confirm}
      </button>
      {said.isConfirmed && <span class="note">✓ {words.confirmed}</span>}
    </form>
  );
}
