import './article.css';
import type { Finding } from '../../../../src/domain/finding.ts';
import { articleApi } from '../../api/article.ts';
import type { Answer } from '../../api/client.ts';
import { LoadingView, ProblemView } from '../../blocks/state-view.tsx';
import { useAnswer } from '../../state/use-answer.ts';
import type { AskFinding } from '../../state/use-finding.ts';
import type { ViewProps } from '../registry.ts';
import { ARTICLE_WORDS } from './article-words.ts';
import { PasteForm } from './paste-form.tsx';
import { ShownArticleView } from './shown-article.tsx';

interface Opened {
  readonly finding: Finding;
  readonly names: readonly string[];
}

async function readOpened(askFinding: AskFinding): Promise<Answer<Opened>> {
  const [finding, listed] = await Promise.all([askFinding(), articleApi.names()]);
  if (finding.kind === 'problem') return finding;
  if (listed.kind === 'problem') return listed;
  return { kind: 'result', result: { finding: finding.result, names: listed.result.names } };
}

/** An article with a mark on every sentence that claims something; which one, the address says. */
export function ArticleView(props: ViewProps) {
  const { words: page, language, view } = props;
  const words = ARTICLE_WORDS[language];
  const [asked, again] = useAnswer(() => readOpened(props.askFinding), 'articles');
  return (
    <>
      <h1>{page.view[view]}</h1>
      <p>{words.intro}</p>
      {asked.kind === 'waiting' && <LoadingView words={page} />}
      {asked.kind === 'problem' && <ProblemView problem={asked.problem} words={page} onRetry={again} />}
      {asked.kind === 'result' && <Desk {...props} {...asked.result} onListed={again} />}
    </>
  );
}

type DeskProps = ViewProps & Opened & { readonly onListed: () => void };

function Desk(props: DeskProps) {
  const { names, search, language, view, go, session, onListed } = props;
  const words = ARTICLE_WORDS[language];
  const chosen = new URLSearchParams(search).get('name') ?? '';
  const choose = (name: string): void => go(view, name === '' ? '' : `?${new URLSearchParams({ name })}`);
  const mayCheck = session.user.role === 'analyst';
  return (
    <>
      {names.length > 0 && (
        <label class="article-choice">
          <span>{words.chosen}</span>
          <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{mayCheck ? words.another : words.none}</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen === '' && mayCheck && (
        <PasteForm
          words={words}
          onChecked={(name) => {
            onListed();
            choose(name);
          }}
        />
      )}
      {chosen !== '' && <Chosen key={chosen} {...props} name={chosen} mayCheck={mayCheck} />}
    </>
  );
}

function Chosen(props: DeskProps & { readonly name: string; readonly mayCheck: boolean }) {
  const { name, words: page } = props;
  const [asked, again] = useAnswer(() => articleApi.show(name), name);
  if (asked.kind === 'waiting') return <LoadingView words={page} />;
  if (asked.kind === 'problem') return <ProblemView problem={asked.problem} words={page} onRetry={again} />;
  return <ShownArticleView {...props} opened={asked.result} />;
}
