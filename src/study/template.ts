/** Address of the published schema, for editors. */
export const SCHEMA_ADDRESS = 'https://unpkg.com/groundswell/docs/study.schema.json';

/** The commented study file that `groundswell init` writes; `name` is a name or the path of a folder. */
export function studyTemplate(name: string): string {
  const base = name.split(/[\\/]/).findLast((part) => !/^\.*$/.test(part)) ?? '';
  const title = base.replace(/[\p{C}\p{Z}_-]+/gu, ' ').trim() || 'My study';
  return TEMPLATE.replace('{id}', () => idOf(base)).replace('{title}', () => JSON.stringify(title));
}

/** An id made of a name; `otherwise` where it has no letters that an id may have. */
export function idOf(name: string, otherwise = 'my-study'): string {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return id === '' ? otherwise : id;
}

const TEMPLATE = `# yaml-language-server: $schema=${SCHEMA_ADDRESS}
#
# A study: the question, and where the posts are. Fill it in before you read the posts.
# Check it with \`groundswell check\`, run it with \`groundswell run\`. All keys: docs/study.md.

id: {id}
title: {title}
question: How did stance toward China change around July 2024, and in whose words?

# Language of the report: en, ru or zh.
language: en

# First day, and the first day that no longer belongs to the study: this is all of 2024.
period: { start: 2024-01-01, end: 2025-01-01 }
bin: week # day, week or month; narrow bins hold few mentions

# What people take a stance toward. Cases and adjectives are formed from the aliases.
targets:
  - id: china
    label: China
    aliases:
      ru: [Китай, китайский, китаец, КНР, Пекин]
      zh: [中国, 中方, 北京]
      en: [China, Chinese, PRC, Beijing]
    # Longer words in which an alias stands without naming the target.
    exclude:
      ru: [Китай-город]
      en: [South China Sea]
  # A placebo is measured like the others and should not move.
  - id: india
    label: India (placebo)
    placebo: true
    aliases:
      ru: [Индия, индийский, Нью-Дели]
      zh: [印度, 新德里]
      en: [India, Indian, New Delhi]
    exclude:
      ru: [Индийский океан]
      zh: [印度尼西亚, 印度洋]
      en: [Indian Ocean]

# Kinds of speaker. Leave this out for the usual ones: state-media, private-press, business-press,
# officials, military-bloggers, public. A class without a source is reported as missing.
# classes:
#   - state-media
#   - { id: drivers, label: Car owners' forums }

# Where the posts are. \`groundswell doctor\` lists the adapters.
sources:
  - id: comments
    label: Comments on the news
    adapter: csv
    path: data/comments-*.csv # one or several, * and ** allowed
    class: public
    language: ru # used where the text does not show it
    timeZone: Europe/Moscow # for times without an offset
    # Our field: the column of the file.
    fields: { id: comment_id, text: body, publishedAt: posted_at, author: user, url: link }
  # - id: channel
  #   adapter: telegram-desktop
  #   path: data/channel/result.json
  #   class: state-media

# Subjects a post may speak of beside the target.
themes:
  - id: goods
    label: Quality of goods
    terms:
      ru: [качество, товар, автомобиль, запчасть]
      zh: [质量, 商品, 汽车]
      en: [quality, goods, car, spare part]
  - id: payments
    label: Payments and sanctions
    terms:
      ru: [санкция, платёж, банк, юань]
      zh: [制裁, 支付, 银行]
      en: [sanctions, payment, bank, yuan]

# What happened, named before the data are read: the event asked about, and its rivals.
events:
  - { id: july, label: The date asked about, date: 2024-07-01, kind: declared, expected: fall }
  - id: returned-payments
    label: Payments returned by banks
    date: { start: 2024-03-28, end: 2024-04-18 } # the end is the first day after it
    kind: rival
    expected: fall

# Statements to be tested.
claims:
  - id: fell-in-july
    kind: change # or level, gap, driver, order, omission; external-fact, quote and opinion get no verdict
    text: Stance toward China worsened from July 2024.
    target: china
    class: public
    event: july
    direction: fall

# For how much each mention counts: every copy of a text, or the text once; at most so much for an author in a week.
# weights: { copies: once, authorWeekCap: 3 }

# The fixed mix beside the observed one: by default each class at the mix of its sources over the whole period.
# referenceMix: { public: { source: { comments: 0.7, forum: 0.3 } } }

# Polls to set beside the index: a table with the columns date, n, value, source, question.
# polls: [{ id: pollster, path: data/polls.csv, target: china, class: public, measure: favor-share }]

# Cells with less than this are shown as not estimable.
measure: { confidenceLevel: 0.95, minimumMentions: 30, minimumAuthors: 10 }

# Only institutions are quoted in full; of other people's words at most six in a row are shown.
privacy: { profile: verbatim-institutions }

seed: 1
`;
