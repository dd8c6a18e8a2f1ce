import { useState } from 'preact/hooks';
import type { Finding } from '../../../../src/domain/finding.ts';
import type { ShownArticle } from '../../../../src/server/article/article-contract.ts';
import type { ReportLanguage } from '../../../../src/study/config.ts';
import { articleApi } from '../../api/article.ts';
import type { Answer, Problem } from '../../api/client.ts';
import { ARTICLE_WORDS } from './article-words.ts';
import { MarkedArticle } from './marked-article.tsx';
import { ProblemLine } from './problem-line.tsx';
import { SAY_WORDS } from './say-words.ts';
import { type Said, type SaidSentence, SentenceForm } from './sentence-form.tsx';

/** A checked article; who may check it says under each sentence what it is, and checks it again. */
export function ShownArticleView(props: {
  readonly name: string;
  readonly mayCheck: boolean;
  readonly finding: Finding;
  readonly language: ReportLanguage;
  readonly opened: ShownArticle;
}) {
  const { name, mayCheck, language } = props;
  const finding = { ...props.finding, study: { ...props.finding.study, language } };
  const [words, sayWords] = [ARTICLE_WORDS[language], SAY_WORDS[language]];
  const { article, problem, work, isWritten, check, say } = useArticle(name, props.opened);
  const formOf = (said: SaidSentence) => (
    <SentenceForm
      key={`${said.id} ${said.kind} ${said.claim} ${said.isConfirmed}`}
      {...{ said, finding, words: sayWords }}
      isBusy={work !== null}
      onSay={(what) => say(said.id, what)}
    />
  );
  const listed = new Map(mayCheck ? article.open?.sentences.map((one) => [one.id, one]) : []);
  const marked = new Set(
    article.checked.sentences
      .filter(({ kind, flags }) => kind !== 'no-claim' || flags.length > 0)
      .map(({ id }) => id),
  );
  const dismissed = [...listed.values()].filter(({ id }) => !marked.has(id));
  return (
    <>
      {article.checked.runId !== finding.manifest.runId && <p class="warning">{words.older}</p>}
      {mayCheck && (
        <p class="article-again">
          <button type="button" disabled={work !== null} onClick={check}>
            {words.again}
          </button>
          <span class="note">
            {words.ledger[0]} <code>{article.ledger}</code> {words.ledger[1]}
          </span>
        </p>
      )}
      <p role="status">
        {work === 'check' && words.checking}
        {work === null && isWritten && (
          <>
            {sayWords.written[0]} <code>{`groundswell check-article articles/${name}.txt`}</code>{' '}
            {sayWords.written[1]}
          </>
        )}
      </p>
      <ProblemLine problem={problem ?? article.problem} />
      <MarkedArticle
        finding={finding}
        article={article}
        saying={(id) => {
          const said = listed.get(id);
          return said === undefined ? null : formOf(said);
        }}
      />
      {dismissed.length > 0 && (
        <section class="article-dismissed">
          <h3>{sayWords.dismissed}</h3>
          <ul>
            {dismissed.map((said) => (
              <li key={said.id}>
                <p dir="auto">{said.text}</p>
                {formOf(said)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The article as it stands, and the ways to change its ledger and to check it again. */
function useArticle(name: string, opened: ShownArticle) {
  const [article, setArticle] = useState(opened);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [work, setWork] = useState<'check' | 'say' | null>(null);
  const [isWritten, setWritten] = useState(false);
  const during = async <Result,>(
    what: 'check' | 'say',
    asked: Promise<Answer<Result>>,
    then: (result: Result) => void,
  ): Promise<void> => {
    setWork(what);
    const answer = await asked;
    setWork(null);
    setProblem(answer.kind === 'problem' ? answer.problem : null);
    if (answer.kind === 'result') then(answer.result);
    setWritten(answer.kind === 'result' && what === 'say');
  };
  return {
    article,
    problem,
    work,
    isWritten,
    check: () => during('check', articleApi.check(name, null), setArticle),
    say: (id: string, said: Said) =>
      during('say', articleApi.say(name, { digest: article.open?.digest ?? '', id, ...said }), (open) =>
        setArticle({ ...article, open }),
      ),
  };
}
