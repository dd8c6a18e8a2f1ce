import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A line of gold data, as `readGold` takes it. */
export interface GoldLine {
  readonly id: string;
  readonly group: string;
  readonly language: string;
  readonly domain: string;
  readonly text: string;
  readonly target: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly label: 'against' | 'neither' | 'favor';
  readonly targetKind?: string;
}

/** Reads one data set as published. */
export interface Converter {
  readonly name: string;
  /** Folder under the data folder. */
  readonly folder: string;
  readonly convert: (folder: string) => GoldLine[];
}

/** Rows of a table file, by column name. */
type Table = Readonly<Record<string, string>>[];

/** Reads a CSV or TSV file with a header. */
export function readTable(path: string, delimiter = ','): Table {
  const options = { columns: true, delimiter, bom: true, relax_quotes: true, relax_column_count: true };
  const quote = delimiter === '\t' ? { quote: null } : {};
  return parse(readFileSync(path, 'utf8'), {
    ...options,
    ...quote,
    skip_empty_lines: true,
  }) as unknown as Table;
}

/** Groups by text: the same sentence, whatever its targets, is one group. */
export function groupOf(text: string): string {
  return hash('sha256', text.trim(), 'hex').slice(0, 16);
}

const BY_SIGN = { '-1': 'against', '0': 'neither', '1': 'favor' } as const;

function bySign(value: string | undefined): GoldLine['label'] | null {
  return BY_SIGN[String(Number(value)) as keyof typeof BY_SIGN] ?? null;
}

function place(text: string, pattern: string | RegExp): { start: number | null; end: number | null } {
  const found = typeof pattern === 'string' ? text.indexOf(pattern) : text.search(pattern);
  if (found < 0) return { start: null, end: null };
  const length = typeof pattern === 'string' ? pattern.length : (text.match(pattern)?.[0].length ?? 0);
  return { start: found, end: found + length };
}

function rusentne(folder: string): GoldLine[] {
  return readTable(join(folder, 'train_data.csv'), '\t').flatMap((row, i) => {
    const label = bySign(row['label']);
    const { sentence: text, entity: target } = row;
    if (label === null || text === undefined || target === undefined) return [];
    return {
      id: `rusentne-${i}`,
      group: groupOf(text),
      language: 'ru',
      domain: 'news',
      text,
      target,
      start: Number(row['entity_pos_start_rel']),
      end: Number(row['entity_pos_end_rel']),
      label,
      targetKind: (row['entity_tag'] ?? '').toLowerCase(),
    };
  });
}

interface NewsTarget {
  readonly from: number;
  readonly to: number;
  readonly mention: string;
  readonly polarity: number;
}

function newsmtsc(folder: string): GoldLine[] {
  const labels: Readonly<Record<number, GoldLine['label']>> = { 2: 'against', 4: 'neither', 6: 'favor' };
  const lines: GoldLine[] = [];
  for (const file of ['train', 'devtest_rw', 'devtest_mt']) {
    for (const source of readFileSync(join(folder, `${file}.jsonl`), 'utf8').split('\n')) {
      if (source === '') continue;
      const row = JSON.parse(source) as { sentence_normalized: string; targets: NewsTarget[] };
      const text = row.sentence_normalized;
      for (const { from, to, mention, polarity } of row.targets) {
        const label = labels[polarity];
        if (label === undefined || text.slice(from, to) !== mention) continue;
        const id = `newsmtsc-${file}-${lines.length}`;
        lines.push({
          id,
          group: groupOf(text),
          language: 'en',
          domain: 'news',
          text,
          target: mention,
          start: from,
          end: to,
          label,
        });
      }
    }
  }
  return lines;
}

const STANCES: Readonly<Record<string, GoldLine['label']>> = {
  FAVOR: 'favor',
  AGAINST: 'against',
  NONE: 'neither',
  支持: 'favor',
  反对: 'against',
  中立: 'neither',
};

const NLPCC_FORMS: Readonly<Record<string, RegExp>> = {
  IphoneSE: /iphone\s*se|苹果\s*se/i,
  春节放鞭炮: /(春节)?(燃|禁)?放(烟花)?(鞭炮|爆竹|烟花)|鞭炮|爆竹|烟花/,
  开放二胎: /(全面)?(开放|放开)?(二胎|二孩)(政策)?/,
  深圳禁摩限电: /(深圳)?禁摩限电|禁摩|限电/,
};

function nlpcc(folder: string): GoldLine[] {
  return readTable(join(folder, 'TaskAA_train_4targets.tsv'), '\t').flatMap((row, i) => {
    const label = STANCES[row['STANCE']?.trim() ?? ''];
    const target = row['TARGET']?.trim();
    const text = row['TEXT'];
    if (label === undefined || target === undefined || text === undefined) return [];
    const at = place(text, NLPCC_FORMS[target] ?? target);
    return {
      id: `nlpcc2016-${i}`,
      group: groupOf(text),
      language: 'zh',
      domain: `weibo-${target}`,
      text,
      target,
      ...at,
      label,
    };
  });
}

function cStance(folder: string): GoldLine[] {
  const lines = new Map<string, GoldLine>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.csv'))
    .sort();
  for (const file of files) {
    for (const row of readTable(join(folder, file))) {
      const label = STANCES[row['Stance 1']?.trim() ?? ''];
      const { Text: text, 'Target 1': target } = row;
      if (row['Type'] !== 'noun_phrases' || label === undefined || !text || !target) continue;
      const key = `${target}\n${text}`;
      if (lines.has(key)) continue;
      const id = `c-stance-${lines.size}`;
      const base = { id, group: groupOf(text), language: 'zh', domain: 'weibo', text, target, label };
      lines.set(key, { ...base, ...place(text, target) });
    }
  }
  return [...lines.values()];
}

const COMPANIES: Readonly<Record<string, RegExp>> = {
  sberbank: /сбер\p{L}*|sber\p{L}*/iu,
  vtb: /втб\p{L}*|vtb\p{L}*/iu,
  gazprom: /газпром\p{L}*|gazprom\p{L}*/iu,
  alfabank: /альфа\p{L}*([ -]банк\p{L}*)?|alfa\p{L}*/iu,
  bankmoskvy: /банк\p{L}* москвы/iu,
  raiffeisen: /рай?фф?айз\p{L}*|raiff\p{L}*/iu,
  uralsib: /уралсиб\p{L}*|uralsib\p{L}*/iu,
  rshb: /россельхоз\p{L}*|рсхб/iu,
  beeline: /б[ие]лайн\p{L}*|beeline\p{L}*/iu,
  mts: /мтс\p{L}*|mts\p{L}*/iu,
  megafon: /мегафон\p{L}*|megafon\p{L}*/iu,
  tele2: /теле ?2|tele ?2/iu,
  rostelecom: /ростелек\p{L}*|rostelec\p{L}*/iu,
  komstar: /комстар\p{L}*|komstar\p{L}*/iu,
  skylink: /скайлинк\p{L}*|skylink\p{L}*/iu,
};

function tweets(files: readonly string[], name: string): (folder: string) => GoldLine[] {
  return (folder) => {
    const lines: GoldLine[] = [];
    for (const file of files) {
      for (const part of readFileSync(join(folder, file), 'utf8').split('</table>')) {
        const columns = new Map(
          [...part.matchAll(/<column name="(\w+)">([^<]*)<\/column>/g)].map((m) => [m[1], m[2]] as const),
        );
        const text = plain(columns.get('text') ?? '');
        for (const [company, form] of Object.entries(COMPANIES)) {
          const label = /^-?1$|^0$/.test(columns.get(company) ?? '') ? bySign(columns.get(company)) : null;
          if (label === null || text === '') continue;
          const at = place(text, form);
          const domain = file.includes('bank') ? 'tweets-banks' : 'tweets-telecoms';
          const id = `${name}-${lines.length}`;
          lines.push({
            id,
            group: groupOf(text),
            language: 'ru',
            domain,
            text,
            target: company,
            ...at,
            label,
          });
        }
      }
    }
    return uniqueTexts(lines);
  };
}

/** Retweets and copies are kept once. */
export function uniqueTexts(lines: readonly GoldLine[]): GoldLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const key = `${line.target}\n${line.text.replace(/https?:\S+/g, '').trim()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Text without addresses, account names and markup, as normalization leaves it. */
export function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/https?:\S+/g, ' ')
    .replace(/@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function ruw(folder: string): GoldLine[] {
  const forms: Readonly<Record<string, RegExp>> = {
    Russia: /\brussia(n|ns)?\b/i,
    Ukraine: /\bukrain(e|ian|ians)\b/i,
  };
  const lines: GoldLine[] = [];
  for (const file of ['raw_train_Russia_Ukraine.csv', 'raw_val_Russia_Ukraine.csv']) {
    for (const row of readTable(join(folder, file))) {
      const text = plain(row['Tweet'] ?? '');
      for (const which of ['1', '2']) {
        const target = row[`Target ${which}`] ?? '';
        const label = STANCES[row[`Stance ${which}`] ?? ''];
        const form = forms[target];
        if (label === undefined || form === undefined || text === '') continue;
        const id = `ruw-${lines.length}`;
        lines.push({
          id,
          group: groupOf(text),
          language: 'en',
          domain: 'tweets-war',
          text,
          target,
          ...place(text, form),
          label,
        });
      }
    }
  }
  return lines;
}

function bdciCar(folder: string): GoldLine[] {
  const lines: GoldLine[] = [];
  for (const row of readTable(join(folder, 'train_2.csv'))) {
    const { content: text, subject: target } = row;
    const label = bySign(row['sentiment_value']);
    if (label === null || !text || !target) continue;
    const id = `bdci2018-${lines.length}`;
    const base = { id, group: row['content_id'] ?? id, language: 'zh', domain: 'cars', text, target, label };
    lines.push({ ...base, ...place(text, target) });
  }
  return lines;
}

function ruCars(folder: string): GoldLine[] {
  const labels: Readonly<Record<string, GoldLine['label']>> = {
    negative: 'against',
    neutral: 'neither',
    positive: 'favor',
  };
  const lines: GoldLine[] = [];
  const reviews = readFileSync(join(folder, 'SentiRuEval_car_markup_train.xml'), 'utf8').split('</review>');
  for (const [index, review] of reviews.entries()) {
    const text = unescapeXml(review.match(/<text>([\s\S]*?)<\/text>/)?.[1] ?? '');
    for (const [aspect] of review.matchAll(/<aspect [^>]*\/>/g)) {
      const attribute = (name: string): string =>
        unescapeXml(aspect.match(new RegExp(`${name}="([^"]*)"`))?.[1] ?? '');
      const label = labels[attribute('sentiment')];
      const [start, end] = [Number(attribute('from')), Number(attribute('to'))];
      // Only words that name the aspect; an implicit or factual aspect is itself the judgement.
      if (label === undefined || attribute('type') !== 'explicit' || !(end > start && end <= text.length))
        continue;
      if (text.slice(start, end).trim() === '') continue;
      const id = `ru-cars-${lines.length}`;
      lines.push({
        id,
        group: String(index),
        language: 'ru',
        domain: 'cars',
        text,
        target: attribute('term'),
        start,
        end,
        label,
      });
    }
  }
  return lines;
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** Every set this model may learn from. */
export const CONVERTERS: readonly Converter[] = [
  { name: 'rusentne-2023', folder: 'rusentne-2023', convert: rusentne },
  {
    name: 'sentirueval-2015-tweets',
    folder: 'sentirueval-2015-tweets',
    convert: tweets(
      [
        'SentiRuEval-2015-banks/train.xml',
        'SentiRuEval-2015-telecoms/train.xml',
        'SentiRuEval-2015-banks/test_etalon.xml',
        'SentiRuEval-2015-telecoms/test_etalon.xml',
      ],
      'sentirueval-2015',
    ),
  },
  {
    name: 'sentirueval-2016-tweets',
    folder: 'sentirueval-2016-tweets',
    convert: tweets(['banks_test_etalon.xml', 'tkk_test_etalon.xml'], 'sentirueval-2016'),
  },
  { name: 'sentirueval-2015-cars', folder: 'sentirueval-2015-cars', convert: ruCars },
  { name: 'newsmtsc', folder: 'newsmtsc', convert: newsmtsc },
  { name: 'ruw-russia-ukraine-stance', folder: 'ruw-russia-ukraine-stance', convert: ruw },
  { name: 'nlpcc2016-stance', folder: 'nlpcc2016-stance', convert: nlpcc },
  { name: 'c-stance', folder: 'c-stance', convert: cStance },
  { name: 'bdci2018-car', folder: 'bdci2018-car', convert: bdciCar },
];
