import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditedQuery, PreviewedQuery } from '../../../../src/server/query/query-contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import type { Problem } from '../../api/client.ts';
import { queryApi } from '../../api/query.ts';
import type { PageMessages } from '../../messages/messages.ts';
import type { QueryWords } from './query-words.ts';

/** Typing is waited for so long. */
const PAUSE_MS = 250;

const SHOWN = ['found', 'gained', 'lost'] as const;

type Shown = (typeof SHOWN)[number];

/** What the words find: how many posts, over time, and some of them. */
export function PreviewPart(props: {
  readonly edited: EditedQuery;
  readonly words: QueryWords;
  readonly language: ReportLanguage;
  readonly page: PageMessages;
}) {
  const { edited, words, language, page } = props;
  const [shown, setShown] = useState<Shown>('found');
  const [seed, setSeed] = useState(1);
  const { answer, problem, isBusy } = usePreview(edited, shown, seed);
  const format = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const preview = answer?.preview ?? null;
  const counts = preview && { found: preview.nFound, gained: preview.nGained, lost: preview.nLost };
  return (
    <section class="query-preview" aria-busy={isBusy} aria-labelledby="query-found">
      <h2 id="query-found" aria-live="polite">
        {preview === null
          ? page.loading
          : words.found(
              format.format(preview.nFound),
              format.format(preview.nDrawn),
              share.format(preview.nFound / Math.max(1, preview.nDrawn)),
            )}
      </h2>
      {problem !== null && (
        <p class="warning" role="alert">
          {problem.code === 'offline' ? page.offline.join('. ') : `${problem.message}. ${problem.hint}`}
        </p>
      )}
      {answer !== null && <Notes answer={answer} words={words} />}
      {preview !== null && counts !== null && (
        <>
          <p class="note">{words.from[preview.from]}</p>
          <Series {...{ preview, words, format, share }} />
          <h3>{words.posts}</h3>
          <ShownChoice
            {...{ counts, shown, words, format }}
            onShow={setShown}
            onOthers={() => setSeed(seed + 1)}
          />
          <Posts posts={preview.posts} words={words} />
        </>
      )}
    </section>
  );
}

function ShownChoice(props: {
  readonly counts: Readonly<Record<Shown, number>>;
  readonly shown: Shown;
  readonly words: QueryWords;
  readonly format: Intl.NumberFormat;
  readonly onShow: (shown: Shown) => void;
  readonly onOthers: () => void;
}) {
  const { counts, shown, words, format, onShow, onOthers } = props;
  return (
    <fieldset class="buttons shown">
      {SHOWN.map((one) => (
        <button key={one} type="button" aria-pressed={one === shown} onClick={() => onShow(one)}>
          {words.shown[one]} <span class="count">{format.format(counts[one])}</span>
        </button>
      ))}
      <button type="button" onClick={onOthers}>
        {words.others}
      </button>
    </fieldset>
  );
}

function usePreview(edited: EditedQuery, shown: Shown, seed: number) {
  const [answer, setAnswer] = useState<PreviewedQuery | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(true);
  const isFirst = useRef(true);
  useEffect(() => {
    const abort = new AbortController();
    setIsBusy(true);
    const timer = setTimeout(
      () => {
        queryApi.preview(edited, { shown, seed }, abort.signal).then(
          (one) => {
            if (abort.signal.aborted) return;
            setIsBusy(false);
            setProblem(one.kind === 'problem' ? one.problem : null);
            if (one.kind === 'result') setAnswer(one.result);
          },
          () => undefined,
        );
      },
      isFirst.current ? 0 : PAUSE_MS,
    );
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [JSON.stringify(edited), shown, seed]);
  return { answer, problem, isBusy };
}

function Notes({ answer, words }: { readonly answer: PreviewedQuery; readonly words: QueryWords }) {
  if (answer.problems.length + answer.warnings.length === 0) return null;
  return (
    <ul class="warning" role="alert">
      {answer.problems.map(({ message, hint, line }) => (
        <li key={message}>
          {line === null ? '' : `${words.line} ${line}: `}
          {message}. {hint}
        </li>
      ))}
      {answer.warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}

const [WIDTH, HEIGHT] = [600, 90];

function Series(props: {
  readonly preview: NonNullable<PreviewedQuery['preview']>;
  readonly words: QueryWords;
  readonly format: Intl.NumberFormat;
  readonly share: Intl.NumberFormat;
}) {
  const { preview, words, format, share } = props;
  const { series } = preview;
  const shares = series.map(({ found, drawn }) => (drawn === 0 ? null : found / drawn));
  const most = Math.max(0.0001, ...shares.map((one) => one ?? 0));
  const step = WIDTH / Math.max(1, series.length);
  return (
    <figure class="query-series">
      <figcaption>
        {words.overTime} · {series[0]?.start} – {series.at(-1)?.start} · 0 – {share.format(most)}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.overTime}
      >
        {shares.map((one, at) => {
          const height = one === null ? HEIGHT : (one / most) * HEIGHT;
          const box = { x: at * step, width: Math.max(0.5, step * 0.8), y: HEIGHT - height, height };
          return <rect key={series[at]?.start} {...box} class={one === null ? 'hole' : 'bar-of-time'} />;
        })}
      </svg>
      <SeriesTable {...{ series, words, format }} />
    </figure>
  );
}

function SeriesTable(props: {
  readonly series: NonNullable<PreviewedQuery['preview']>['series'];
  readonly words: QueryWords;
  readonly format: Intl.NumberFormat;
}) {
  const { series, words, format } = props;
  const [period, found, drawn] = words.columns;
  return (
    <details>
      <summary>{words.columns.join(' · ')}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{period}</th>
              <th scope="col" class="number">
                {found}
              </th>
              <th scope="col" class="number">
                {drawn}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((one) => (
              <tr key={one.start}>
                <th scope="row">{one.start}</th>
                <td class="number">{format.format(one.found)}</td>
                <td class="number">{format.format(one.drawn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type Posts = NonNullable<PreviewedQuery['preview']>['posts'];

/** What people wrote is only ever the text of a node. */
function Posts({ posts, words }: { readonly posts: Posts; readonly words: QueryWords }) {
  if (posts === null) return <p class="note">{words.withheld}</p>;
  if (posts.length === 0) return <p class="note">{words.none}</p>;
  return (
    <ul class="query-posts">
      {posts.map(({ id, day, source, before, marked, after }) => (
        <li key={id}>
          <p class="note">
            {day} · {source}
          </p>
          <p dir="auto">
            {before}
            <mark>{marked}</mark>
            {after}
          </p>
        </li>
      ))}
    </ul>
  );
}
