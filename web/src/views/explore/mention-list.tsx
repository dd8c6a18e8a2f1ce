import { useEffect, useState } from 'preact/hooks';
import type { AskedSelection, ExploredMention, ExploredMentions } from '../../../../src/domain/explored.ts';
import { NONE } from '../../../../src/domain/mention-selection.ts';
import { api, type Problem } from '../../api/client.ts';
import { ProblemView } from '../../blocks/state-view.tsx';
import type { PageMessages } from '../../messages/messages.ts';
import type { FormWords } from './selection-form.tsx';

/** The mentions behind a point, as far as the study's privacy lets them be shown; more on demand. */
export function MentionList(
  props: FormWords & {
    readonly selection: AskedSelection;
    readonly at: string;
    /** Names of two selections, and which is looked at; null = there is one. */
    readonly names: readonly [string, string] | null;
    readonly of: 0 | 1;
    readonly onSwitch: () => void;
    readonly page: PageMessages;
    readonly onClose: () => void;
  },
) {
  const { selection, at, words, format, page } = props;
  const { found, problem, retry, more } = useMentions(selection, at);
  const shown = found.flatMap(({ mentions }) => mentions);
  const last = found.at(-1);
  return (
    <section
      class="mentions"
      aria-labelledby="mentions-heading"
      aria-busy={last === undefined && problem === null}
    >
      <div class="mentions-top">
        <h2 id="mentions-heading" tabIndex={-1}>
          {words.mentions(last === undefined ? at : format.period(last.period))}
          {props.names !== null && ` · ${props.names[props.of]}`}
        </h2>
        <Actions {...props} />
      </div>
      {problem !== null && <ProblemView problem={problem} words={page} onRetry={retry} />}
      {last === undefined && problem === null && <p role="status">{words.loading}</p>}
      {last !== undefined && (
        <p class="note">
          {last.nMentions === 0
            ? words.noMentions
            : words.drawn(
                format.count(shown.length).text,
                format.count(last.nMentions).text,
                format.count(last.nAuthors).text,
              )}
        </p>
      )}
      <ol class="mention-list">
        {shown.map((one) => (
          <li key={`${one.documentId}`}>
            <MentionView {...props} mention={one} />
          </li>
        ))}
      </ol>
      {last?.hasMore === true && shown.length < 200 && (
        <button type="button" onClick={() => more(shown.length)}>
          {words.more}
        </button>
      )}
    </section>
  );
}

function Actions({ names, of, words, onSwitch, onClose }: Parameters<typeof MentionList>[0]) {
  return (
    <span class="mentions-actions">
      {names !== null && (
        <button type="button" onClick={onSwitch}>
          {names[of === 0 ? 1 : 0]}
        </button>
      )}
      <button type="button" onClick={onClose}>
        {words.close}
      </button>
    </span>
  );
}

/** Mentions as they are asked for, twenty at a time. */
function useMentions(selection: AskedSelection, at: string) {
  const [found, setFound] = useState<readonly ExploredMentions[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const load = async (offset: number, isWanted: () => boolean): Promise<void> => {
    const answer = await api.exploreMentions({ selection, at, label: null, offset });
    if (!isWanted()) return;
    if (answer.kind === 'problem') setProblem(answer.problem);
    else setFound((before) => (offset === 0 ? [answer.result] : [...before, answer.result]));
  };
  useEffect(() => {
    let isWanted = true;
    setFound([]);
    setProblem(null);
    void load(0, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [JSON.stringify(selection), at, attempt]);
  return {
    found,
    problem,
    retry: () => setAttempt((n) => n + 1),
    more: (offset: number) => void load(offset, () => true),
  };
}

/** One mention. What people wrote is only ever the text of a node. */
function MentionView({
  mention: one,
  words,
  format,
  choices,
}: FormWords & { readonly mention: ExploredMention }) {
  const named = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
    list.find((each) => each.id === id)?.label || id;
  const percent = one.label === 'abstain' ? null : format.percent(one.probability[one.label]);
  const details = [
    named(choices.source, one.source),
    named(choices.class, one.class),
    format.instant(one.publishedAt, one.precision),
    format.languageName(one.language),
    ...(one.region === null || one.region === NONE ? [] : [one.region]),
    ...(one.voice === 'own' ? [] : [words.voice[one.voice]]),
    ...one.themes.map((id) => named(choices.theme, id)),
    ...(one.nCopies > 1 ? [words.nCopies(format.count(one.nCopies).text)] : []),
  ];
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(one.language) && one.language !== 'und';
  return (
    <figure class="quote">
      {one.words === null ? (
        <p class="no-words">
          {words.noWords[one.quotation === 'none' || one.quotation === 'paraphrase' ? one.quotation : 'lost']}
        </p>
      ) : (
        <blockquote dir="auto" {...(language ? { lang: one.language } : {})}>
          {one.words.cut.before && '… '}
          {one.words.before}
          <mark>{one.words.marked}</mark>
          {one.words.after}
          {one.words.cut.after && ' …'}
        </blockquote>
      )}
      <figcaption>
        <strong class={`stance ${one.label}`}>
          {percent === null ? words.label[one.label] : words.probability(words.label[one.label], percent)}
        </strong>
        {details.map((detail) => ` · ${detail}`)}
        {one.url !== null && /^https?:\/\//i.test(one.url) && (
          <>
            {' · '}
            <a href={one.url} rel="noopener noreferrer nofollow" target="_blank">
              {words.original}
            </a>
          </>
        )}
        <br />
        {words.hash} <code>{one.recordHash}</code>
      </figcaption>
    </figure>
  );
}
