import { PLAN, PLANNED_SOURCES } from './plan.ts';

const BEFORE_SOURCES = `# A synthetic corpus with planted truth: see truth.json. Every rendering says so.
id: demo
title: Talk about China in a synthetic Russian-language corpus
question: Did stance toward China change at the planted date, and in which kinds of source?
language: en
synthetic: true
period: { start: ${PLAN.period.start}, end: ${PLAN.period.end} }
bin: week
seed: 1

targets:
  - id: china
    label: China
    aliases:
      ru: [Китай, китайский, китаец, КНР, Пекин, Поднебесная]
      en: [China, Chinese, Beijing]
    exclude:
      ru: [Китай-город]
  - id: russia
    label: Russia
    aliases:
      zh: [俄罗斯, 普京]
  - id: india
    label: India
    placebo: true
    aliases:
      ru: [Индия, индийский]
      zh: [印度]
      en: [India, Indian]
    exclude:
      zh: [印度尼西亚]
  - id: turkey
    label: Turkey
    placebo: true
    aliases:
      ru: [Турция, турецкий]
      zh: [土耳其]
      en: [Turkey, Turkish]

classes:
  - { id: public, label: 'Public: forum and chats' }
  - { id: military-bloggers, label: Military bloggers }
  - { id: private-press, label: Private press }
  - { id: business-press, label: Business press }
  - { id: state-media, label: State media }
  - { id: regional-press, label: Regional press }
  - { id: officials, label: Officials }
  - { id: public-china, label: 'Public, Chinese' }
  - { id: public-abroad, label: 'Public, English' }

`;

const AFTER_SOURCES = `themes:
  - id: quality
    label: Quality of goods
    terms:
      ru: [качество, машина, товар, запчасть, сервис, поломка]
      zh: [质量]
      en: [quality, car]
  - id: military
    label: Military commitment
    terms:
      ru: [дрон, беспилотник, союзник, учения, рация, тепловизор]
      zh: [演习, 军队]
      en: [drones, ally, drills]
  - id: investment
    label: Investment and payments
    terms:
      ru: [инвестиция, завод, платёж, банк, торговля, импорт]
      zh: [贸易, 合作]
      en: [trade, bank, invested]

events:
  - { id: planted-change, label: The planted change, date: ${PLAN.changeDate}, kind: declared, expected: fall }

measure: { minimumMentions: 15, minimumAuthors: 8, eventWindowDays: ${PLAN.windowDays} }
`;

/** The study file of the synthetic corpus. */
export function demoStudy(): string {
  const sources = PLANNED_SOURCES.map(
    (s) => `  - id: ${s.id}
    label: ${s.label} (synthetic)
    adapter: ndjson
    path: posts/${s.id}/*.ndjson
    class: ${s.class}
    language: ${s.language === 'zh' ? 'zh-Hans' : s.language}
    timeZone: ${s.timeZone}
    fields: { id: id, text: text, publishedAt: published_at, author: author, url: url, region: region, likes: likes, repostOf: repost_of }`,
  );
  return `${BEFORE_SOURCES}sources:\n${sources.join('\n')}\n\n${AFTER_SOURCES}`;
}
