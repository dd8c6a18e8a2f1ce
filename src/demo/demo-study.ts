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
  - { id: regional-press, label: Regional press, speaker: public-channel }
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

# From the two capitals outward; what is said does not depend on where in this corpus.
regionTiers:
  - { id: capitals, label: Moscow and St Petersburg, regions: [RU-MOW, RU-SPE] }
  - { id: million, label: Regions with a city of a million, regions: [RU-OMS, RU-TA, RU-SAM, RU-PER] }
  - { id: farther, label: Other regions, regions: [RU-TOM, RU-PRI] }

# Statements to be tested against the planted truth: some hold, some do not, and some cannot be decided.
claims:
  - id: fell
    kind: change
    text: Talk about China in the forum and the chats soured at the planted date.
    target: china
    class: public
    event: planted-change
    direction: fall
  - id: fell-everywhere
    kind: change
    text: Talk about China soured in posts, state media and official statements alike.
    target: china
    class: [public, state-media, officials]
    event: planted-change
    direction: fall
  - id: rose
    kind: change
    text: Military bloggers warmed to China at the planted date.
    target: china
    class: military-bloggers
    event: planted-change
    direction: rise
  - id: collapsed
    kind: change
    text: In state media the balance of talk about China fell by thirty points or more.
    target: china
    class: state-media
    event: planted-change
    direction: fall
    by: 0.3
  - id: press-is-positive
    kind: level
    text: State media and officials are positive about China.
    target: china
    class: [state-media, officials]
    is: above
  - id: most-against
    kind: level
    text: Most of what the forum and the chats say about China is against it.
    target: china
    class: public
    measure: against-share
    is: above
    threshold: 0.5
  - id: cooler-than-state-media
    kind: gap
    text: The forum and the chats are cooler toward China than state media.
    target: china
    class: public
    is: lower
    than: state-media
  - id: warmer-than-officials
    kind: gap
    text: Private press is warmer toward China than officials.
    target: china
    class: private-press
    is: higher
    than: officials
  - id: quality-drove
    kind: driver
    text: Complaints about the quality of goods drove the fall.
    target: china
    class: public
    event: planted-change
    theme: quality
    direction: fall
  - id: quality-before-investment
    kind: order
    text: The quality of goods added more to the fall than military commitment, and that more than investment.
    target: china
    class: public
    event: planted-change
    themes: [quality, military, investment]
    direction: fall
  - id: silent-on-quality
    kind: omission
    text: State media hardly talk of the quality of Chinese goods.
    target: china
    theme: quality
    class: state-media
    than: public
  - id: officials-on-russia
    kind: change
    text: Officials cooled toward Russia.
    target: russia
    class: officials
    event: planted-change
    direction: fall
  - id: trade-doubled
    kind: external-fact
    text: Trade with China doubled in five years.
    target: china
  - id: ripe
    kind: opinion
    text: The partnership is ripe for disruption.

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
