import type { Quote, QuotePair } from '../../../src/report/block.ts';

/** Words that belong to quotes. */
export interface QuoteWords {
  readonly original: string;
  readonly hash: string;
}

/** Quotes for and against. What people wrote is only ever the text of a node. */
export function QuotePairView({ pair, words }: { readonly pair: QuotePair; readonly words: QuoteWords }) {
  return (
    <div class="pair">
      <h3 dir="auto">{pair.title}</h3>
      <div class="sides">
        {pair.sides.map(({ label, quotes, none }) => (
          <div key={label} class="side">
            <h4>{label}</h4>
            {quotes.length === 0 ? (
              <p class="note">{none}</p>
            ) : (
              quotes.map((quote) => <QuoteView key={quote.hash} quote={quote} words={words} />)
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function QuoteView({ quote, words }: { readonly quote: Quote; readonly words: QuoteWords }) {
  const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(quote.language) && quote.language !== 'und';
  const { translation } = quote;
  const original = (
    <blockquote dir="auto" {...(language ? { lang: quote.language } : {})}>
      {quote.before}
      {quote.marked !== '' && <mark>{quote.marked}</mark>}
      {quote.after}
    </blockquote>
  );
  return (
    <figure class="quote">
      {translation === undefined ? (
        original
      ) : (
        <div class="both">
          {original}
          <div class="translation">
            <p class="by">{translation.label}</p>
            {translation.text !== '' && (
              <p dir="auto" lang={translation.language}>
                {translation.text}
              </p>
            )}
          </div>
        </div>
      )}
      <figcaption>
        {quote.source}
        {isAddress(quote.url) && (
          <>
            {' · '}
            <a href={quote.url} rel="noopener noreferrer nofollow" target="_blank">
              {words.original}
            </a>
          </>
        )}
        {quote.details.map((detail) => ` · ${detail}`)}
        <br />
        {words.hash} <code>{quote.hash}</code>
      </figcaption>
    </figure>
  );
}

/** An address of the web: what a record gives as its address may be a script. */
function isAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
