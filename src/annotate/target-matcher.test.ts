import { expect, test } from 'vitest';
import { createTargetMatcher } from './target-matcher.ts';

/** What of a Chinese name is found in a text. */
const found = (names: readonly string[], text: string): string[] => {
  const target = { id: 'a', label: 'a', placebo: false, aliases: { zh: names }, exclude: {} };
  const spans = createTargetMatcher([target], []).find(text).targets.get(0) ?? [];
  return spans.map(([start, end]) => text.slice(start, end));
};

test('longer Chinese names and words that meet are not the country', () => {
  const traps: Readonly<Record<string, readonly string[]>> = {
    中国: ['发展中国家的债务', '其中国有企业占六成', '高中国文老师', '集中国家力量', '發展中國家'],
    美国: ['欧美国家', '拉美国家峰会', '赞美国家', '歐美國家'],
    印度: ['印度尼西亚总统', '印度洋海啸', '印度支那', '印度尼西亞'],
    俄罗斯: ['白俄罗斯代表团', '玩俄罗斯方块', '俄罗斯套娃', '白俄羅斯'],
    日本: ['今日本报讯', '近日本市气温', '昨日本田公布', '日本脑炎疫苗'],
    法国: ['宪法国家', '依法国有'],
    蒙古: ['内蒙古草原', '內蒙古'],
    马里: ['索马里海盗', '马里乌波尔', '超级马里奥'],
    几内亚: ['赤道几内亚', '巴布亚新几内亚'],
    苏丹: ['南苏丹', '苏丹红事件'],
    朝鲜: ['朝鲜族自治州'],
  };
  for (const [name, texts] of Object.entries(traps))
    for (const text of texts) expect(found([name], text), text).toEqual([]);
});

test('the country itself is found beside them', () => {
  const right: Readonly<Record<string, readonly string[]>> = {
    中国: ['在中国家庭里', '发展中国家和中国', '发展中国特色社会主义', '其中中国队', '爱中国'],
    美国: ['对美国家具', '欧美国家与美国', '南美国家和美国'],
    印度: ['印度尼西亚和印度'],
    俄罗斯: ['白俄罗斯与俄罗斯', '俄罗斯方面'],
    日本: ['如今日本经济', '靠近日本海', '日本人'],
    蒙古: ['访问蒙古国'],
  };
  for (const [name, texts] of Object.entries(right))
    for (const text of texts) expect(found([name], text), text).toEqual([name]);
});

test('a longer name that the study lists is found', () => {
  expect(found(['印度', '印度洋'], '印度洋上')).toEqual(['印度洋']);
  expect(found(['白俄罗斯'], '白俄罗斯和俄罗斯')).toEqual(['白俄罗斯']);
  expect(found(['印度尼西亚'], '印度尼西亚')).toEqual(['印度尼西亚']);
});
