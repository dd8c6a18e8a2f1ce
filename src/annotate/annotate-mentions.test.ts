import { expect, test } from 'vitest';
import type { Document } from '../domain/document.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import { annotateMentions } from './annotate-mentions.ts';
import type { StanceInput } from './stance/annotator.ts';
import { createTargetMatcher } from './target-matcher.ts';
import { createWhoseWords } from './voice/whose-words.ts';

const TARGETS = [{ id: 'ferry', label: 'ferry', placebo: false, aliases: { en: ['ferry'] }, exclude: {} }];

/** What is found of the target, and what the annotator was shown. */
async function annotate(words: Partial<Document>) {
  const asked: StanceInput[] = [];
  const document: Document = {
    documentId: 1n as unknown as DocumentId,
    sourceId: 's',
    text: '',
    title: null,
    quoted: null,
    sharedHeadline: null,
    publishedAt: 0,
    precision: 'day',
    publishedDay: 0,
    authorKey: null,
    language: 'en',
    region: null,
    regionMethod: 'unknown',
    url: null,
    links: [],
    replyTo: null,
    repostOf: null,
    nLikes: null,
    nReposts: null,
    nReplies: null,
    nViews: null,
    columns: null,
    ...words,
  };
  const { mentions } = await annotateMentions(
    [document],
    {
      targets: TARGETS,
      themes: [],
      matcher: createTargetMatcher(TARGETS, []),
      whoseWords: createWhoseWords(),
      domain: 'posts',
      themeModel: null,
      stance: {
        name: 'stub',
        version: '1',
        trainedOn: [],
        annotate: async (inputs) => {
          asked.push(...inputs);
          return inputs.map(() => ({ label: 'neither', against: 0, neither: 10_000, favor: 0 }));
        },
        close: () => undefined,
      },
    },
    'batch 1',
  );
  return { voices: mentions.map((one) => one.voice), mentions, texts: asked.map((one) => one.text) };
}

test.each([
  ['own', { text: 'The ferry is late' }],
  ['quoted', { text: '"The ferry is a disgrace," a captain said' }],
  ['quoted', { text: 'I wonder', quoted: 'The ferry is late' }],
  ['shared-headline', { text: 'New ferry comes in May', sharedHeadline: 'New ferry comes in May' }],
  ['shared-headline', { text: 'Look at this', sharedHeadline: 'New ferry comes in May' }],
  [
    'own',
    { text: 'New ferry comes in May\nThe ferry we have is fine', sharedHeadline: 'New ferry comes in May' },
  ],
  [
    'quoted',
    { text: 'New ferry in May\nA captain said the ferry is late', sharedHeadline: 'New ferry in May' },
  ],
  ['own', { text: 'The ferry', sharedHeadline: 'ferry' }],
] as const)('the voice is %s in %j', async (voice, words) => {
  const { voices, texts } = await annotate(words);
  expect(voices).toEqual([voice]);
  expect(texts).toHaveLength(1);
});

test('the place named is the first in the author’s own words, and the annotator sees every place', async () => {
  const text = 'A captain said the ferry sank. My ferry is fine';
  const { mentions } = await annotate({ text });
  expect(mentions[0]).toMatchObject({ voice: 'own', nSpans: 2, start: text.lastIndexOf('ferry') });
  expect(text.slice(mentions[0]?.start, mentions[0]?.end)).toBe(mentions[0]?.matched);
});

test('a document without the target has no mention', async () => {
  expect((await annotate({ text: 'The bridge', quoted: 'is shut' })).mentions).toEqual([]);
});
