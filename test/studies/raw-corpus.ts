import type { DuckDBConnection } from '@duckdb/node-api';

/** A target as a plain pattern: what names it, and longer words that hold the name and are not it. */
interface NamePattern {
  readonly names: string;
  readonly except: string;
}

/** A study with what a second program needs to count its raw files. */
export interface RawStudy {
  readonly id: string;
  /** SQL that yields `source, day, text`, one row a record, in the time zone of the source. */
  readonly records: string;
  /** Whether words have spaces between them, so that a name must stand alone. */
  readonly spaced: boolean;
  readonly targets: Readonly<Record<string, NamePattern>>;
}

const HEADLINES = (source: string): string => `
  select '${source}' as source, d as day, concat_ws(chr(31), t, d, u, s, cat) as key, t as text
  from read_json('data/ru-official-media-index/${source}/search/2*.json', format = 'array',
                 columns = {t: 'VARCHAR', d: 'VARCHAR', u: 'VARCHAR', s: 'VARCHAR', cat: 'VARCHAR'})`;

const CHINA_RU =
  'кита(й|я|ю|е|ем)|китайск\\p{L}+|кита(ец|йц\\p{L}+|янк\\p{L}+)|кнр|пекин(а|у|ом|е)?|поднебесн\\p{L}+|си цзиньпин(а|у|ом|ем|е)?';

/** China in Russian media, by the files as they were published. */
export const CHINA: RawStudy = {
  id: 'china-in-russian-media',
  spaced: true,
  records: `
    select 'channel-one' as source, date_extracted as day, url as key,
           coalesce(title, '') || chr(10) || coalesce(content, '') as text
    from read_csv('data/ru-1tv-news/chunk_*.csv', all_varchar = true, header = true, quote = '"', escape = '"',
                  parallel = false)
    union all
    select 'telegram-news', strftime(timezone('Europe/Moscow', date::timestamptz), '%Y-%m-%d'),
           channel || '/' || message_id, text
    from read_json('data/tg-ru-news-channels/*_messages.json', format = 'array',
                   columns = {message_id: 'BIGINT', text: 'VARCHAR', date: 'VARCHAR', channel: 'VARCHAR'})
    union all ${HEADLINES('rt')} union all ${HEADLINES('mfa')} union all ${HEADLINES('kremlin')}`,
  targets: {
    china: {
      names: `${CHINA_RU}|[cс]hinas?|chineses?|prc|beijings?|xi jinpings?`,
      except:
        'китай-город\\p{L}*|китайск\\p{L}+ стен\\p{L}+|китайск\\p{L}+ нов\\p{L}+ год\\p{L}*|south china sea|indochina|china-?town',
    },
    'chinese-goods': {
      names:
        'китайск\\p{L}+ (автомобил(ь|я|ю|ем|е|и|ей|ям|ями|ях)|машин(а|ы|е|у|ой|ам|ами|ах)?|товар(а|у|ом|е|ы|ов|ам|ами|ах)?|автопром(а|у|ом|е)?)|haval|chery|geely|changan|chinese (cars?|goods|automakers?)',
      except: 'китайск\\p{L}+ стен\\p{L}+',
    },
    india: {
      names: 'инди(я|и|ю|ей|ею)|индийск\\p{L}+|нью-дели|моди|indias?|indians?|new delhi|modi',
      except: 'индийск\\p{L}+ океан\\p{L}*|indian ocean|indiana',
    },
    turkey: {
      names:
        'турци(я|и|ю|ей|ею)|турецк\\p{L}+|анкар(а|ы|е|у|ой)|эрдоган(а|у|ом|е)?|turkeys?|turkish|türkiye|ankara|erdogan',
      except: 'ankarapark',
    },
  },
};

/** Russia in Chinese media, by the files as they were published. */
export const RUSSIA: RawStudy = {
  id: 'russia-in-chinese-media',
  spaced: false,
  records: `
    select 'xinwen-lianbo' as source, day, file || '#' || row_number() over (partition by file) as key, text
    from (
      select filename as file, strftime(strptime(regexp_extract(filename, '(\\d{8})\\.md', 1), '%Y%m%d'), '%Y-%m-%d') as day,
             unnest(string_split_regex(split_part(content, '## 详细新闻', 2), '(?m)^### ')[2:]) as text
      from read_text('data/zh-cctv-xinwenlianbo/2*.md'))
    union all
    select 'weibo-hot-search', date, date || title, title
    from read_json('data/zh-weibo-hot-search/russia_ukraine_titles.jsonl', format = 'newline_delimited',
                   columns = {date: 'VARCHAR', title: 'VARCHAR'})`,
  targets: {
    russia: {
      names:
        '俄(罗斯|方|军|称|媒|总统|外长|外交部|国防|防空|乌|美)|[美中对访]俄|[打袭]击俄|普京|莫斯科|克里姆林宫',
      except: '美俄亥俄|白俄(罗斯|方|军|总统|外长|国防)|俄罗斯(方块|蓝猫)',
    },
    ukraine: { names: '乌克兰|俄乌|乌称|乌军|[打袭]击乌|泽连斯基|基辅', except: '基辅罗斯' },
    india: { names: '印度|莫迪', except: '印度(尼西亚|洋|教|支那)|西印度' },
    belarus: { names: '白俄罗斯|卢卡申科', except: '白俄罗斯方块' },
  },
};

/** Makes the table `raw_document` of a study: its records without repetitions and empty texts. Gives the number of all. */
export async function readRawRecords(
  connection: DuckDBConnection,
  study: RawStudy,
): Promise<ReadonlyMap<string, number>> {
  await connection.run(`create or replace temp table record as ${study.records}`);
  // An address is no text: the matcher finds no name in it, and a record of nothing else has no words.
  await connection.run(`
    create or replace temp table raw_document as
    with stripped as (
      select distinct source, day, key,
             regexp_replace(nfc_normalize(text), '(?i)(https?://|www\\.)[^\\s)]+', ' ', 'g') as text from record)
    select * from stripped where regexp_matches(text, '[^\\s\\p{Z}\\p{C}\\p{M}]')`);
  const rows = await connection.runAndReadAll(
    'select source, count(*)::double as n from record group by source',
  );
  return new Map(rows.getRowObjectsJS().map((row) => [String(row['source']), Number(row['n'])]));
}

/**
 * Documents of the period that name a target, by source: `fewest` where a name after a combining mark (the selector
 * of an emoji, ❗️) does not stand alone, `most` where it does.
 */
export async function countNamed(
  connection: DuckDBConnection,
  study: RawStudy,
  options: { readonly target: string; readonly start: string; readonly end: string },
): Promise<ReadonlyMap<string, { readonly fewest: number; readonly most: number }>> {
  const pattern = study.targets[options.target];
  if (pattern === undefined) throw new Error(`no pattern for ${options.target}`);
  const names = pattern.names.replaceAll(' ', '[\\s\\p{Zs}]+');
  const stands = (word: string): string =>
    study.spaced ? `(?i)(^|[^${word}])(${names})($|[^\\p{L}\\p{M}\\p{N}_])` : `(${names})`;
  const rows = await connection.runAndReadAll(`
    with named as (
      select source, regexp_replace(text, '(?i)${pattern.except.replaceAll(' ', '[\\s\\p{Zs}]+')}', '＿', 'g') as text
      from raw_document where day >= '${options.start}' and day < '${options.end}')
    select source, count_if(regexp_matches(text, '${stands('\\p{L}\\p{M}\\p{N}_')}'))::double as fewest,
           count_if(regexp_matches(text, '${stands('\\p{L}\\p{N}_')}'))::double as most
    from named group by source`);
  return new Map(
    rows
      .getRowObjectsJS()
      .map((row) => [String(row['source']), { fewest: Number(row['fewest']), most: Number(row['most']) }]),
  );
}
