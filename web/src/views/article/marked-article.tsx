import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Finding } from '../../../../src/domain/finding.ts';
import {
  type ArticleNote,
  type ArticleParagraph,
  composeArticle,
} from '../../../../src/report/compose-article.ts';
import { createReportContext } from '../../../../src/report/report-context.ts';
import type { ShownArticle } from '../../../../src/server/article/article-contract.ts';
import { TableView } from '../../blocks/table-view.tsx';

/** A checked article as its file shows it: the same words and marks, each a text node. */
export function MarkedArticle({
  finding,
  article,
  saying,
}: {
  readonly finding: Finding;
  readonly article: ShownArticle;
  /** Stands under the note of a sentence. */
  readonly saying: (sentence: string) => ComponentChildren;
}) {
  const report = useMemo(
    () => composeArticle(article.checked, article.text, createReportContext(finding)),
    [finding, article],
  );
  return (
    <div class="article">
      <h2 dir="auto">{report.title}</h2>
      <dl class="facts">
        {report.facts.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{detail}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{report.legend}</p>
      {report.paragraphs.map((paragraph, i) => (
        <Paragraph key={i} paragraph={paragraph} saying={saying} />
      ))}
      {report.entities !== null && (
        <section>
          <TableView table={report.entities} layout="scroll" />
        </section>
      )}
      {report.unused !== null && (
        <section>
          <h3>{report.unused.heading}</h3>
          <ul>
            {report.unused.items.map((item) => (
              <li key={item} dir="auto">
                {item}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Paragraph({
  paragraph: { pieces, notes },
  saying,
}: {
  readonly paragraph: ArticleParagraph;
  readonly saying: (sentence: string) => ComponentChildren;
}) {
  return (
    <section>
      <p class="text" dir="auto">
        {pieces.map(({ text, number, kind }, i) =>
          number === null ? (
            <span key={i}>{text} </span>
          ) : (
            <span key={i}>
              <span class={`says ${kind}`}>{text}</span>
              <sup>
                <a href={`#s${number}`} id={`t${number}`}>
                  {number}
                </a>
              </sup>{' '}
            </span>
          ),
        )}
      </p>
      {notes.length > 0 && (
        <ol>
          {notes.map((note) => (
            <Note key={note.number} note={note}>
              {saying(note.id)}
            </Note>
          ))}
        </ol>
      )}
    </section>
  );
}

function Note({
  note: { number, label, lines },
  children,
}: {
  readonly note: ArticleNote;
  readonly children: ComponentChildren;
}) {
  return (
    <li id={`s${number}`} class={lines.some(({ tone }) => tone === 'look') ? 'look' : ''}>
      <a href={`#t${number}`}>{number}</a>
      <div>
        <p class="label">{label}</p>
        {lines.map(({ tone, text }, i) => (
          <p key={i} class={tone === 'plain' ? '' : tone} dir="auto">
            {text}
          </p>
        ))}
        {children}
      </div>
    </li>
  );
}
