import type { ComponentChildren } from 'preact';
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
      <Status {...{ name, language, work, isWritten }} />
      <ProblemLine problem={problem ?? article.problem} />
      <MarkedArticle
        finding={finding}
        article={article}
        saying={(id) => {
          const said = listed.get(id);
          return said === undefined ? null : formOf(said);
        }}
      />
      <Dismissed sentences={dismissed} heading={sayWords.dismissed} formOf={formOf} />
    </>
  );
}

/** What is being done, and after a change how the marks follow. */
function Status(props: {
  readonly name: string;
  readonly language: ReportLanguage;
  readonly work: 'check' | 'say' | null;
  readonly isWritten: boolean;
}) {
  const { name, language, work, isWritten } = props;
  const { written } = SAY_WORDS[language];
  return (
    <p role="status">
      {work === 'check' && ARTICLE_WORDS[language].checking}
      {work === null && isWritten && (
        <>
          {written[0]} <code>{`groundswell check-article articles/${name}.txt`}</code> {written[1]}
        </>
      )}
    </p>
  );
}

/** Sentences of the ledger that carry no mark, so that what was said of them can be taken back. */
function Dismissed(props: {
  readonly sentences: readonly SaidSentence[];
  readonly heading: string;
  readonly formOf: (said: SaidSentence) => ComponentChildren;
}) {
  if (props.sentences.length === 0) return null;
  return (
    <section>
      <h3>{props.heading}</h3>
      <ul>
        {props.sentences.map((said) => (
          <li key={said.id}>
            <p dir="auto">{said.text}</p>
            {props.formOf(said)}
          </li>
        ))}
      </ul>
    </section>
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
