/**
 * Chinese words in which the name of a country stands without naming it: other places, things, and words that meet
 * (发展中 | 国家, 欧美 | 国家). From general knowledge. A bracket stands for one of its characters.
 */
const LONGER_NAMES = `
印度尼西亚 印度洋 印度支那 印度教 印度河 西印度群岛 东印度公司 印度豹
发展中国家 转型中国家 其中国[家内有际企债] 当中国[家内有际企] 过程中国[家内有际企] 集中国[家内有际] 空中国[家际] 心中国家 手中国债
途中国[家内际] 期中国[家际债] 高中国[文语] 初中国[文语] 华中国[家际] 高中国家 初中国家
[欧英拉北南中亚]美国家 [欧英拉北南亚]美国际 [赞完优健最]美国[家际道门]
白俄罗斯 俄罗斯方块 俄罗斯蓝猫 俄罗斯套娃 俄罗斯轮盘 俄罗斯转盘
[今昨明当次每近即翌]日本[报市期周月校院台刊站网店号田] [生节假]日本[该来身]
日本脑炎
朝鲜族 朝鲜蓟 内蒙古 蒙古族 蒙古包
[宪司立执合非依]法国[家际有内] 道德国家 [安恒华康国]泰国际
赤道几内亚 几内亚比绍 巴布亚新几内亚 新几内亚 几内亚湾
南苏丹 苏丹红 索马里 马里亚纳 马里兰 马里奥 马里乌波尔 马里布 阿曼达
北爱尔兰 新墨西哥 墨西哥湾 古巴西部 巴西龟 巴林右旗 巴林左旗
荷兰豆 荷兰猪 瑞士卷 安哥拉兔 安哥拉猫 约旦河 尼日尔河 南非洲 加拿大鹅
`;

/**
 * Longer words that hold one of the names and are something else; those that are names themselves are left out.
 * @param names in simplified and traditional characters
 */
export function longerNames(names: readonly string[]): string[] {
  const own = new Set(names);
  return LONGER_NAMES.trim()
    .split(/\s+/)
    .flatMap(spelledOut)
    .filter((longer) => !own.has(longer) && names.some((name) => longer.includes(name)));
}

function spelledOut(word: string): string[] {
  const [whole, choice] = /\[([^\]]+)\]/.exec(word) ?? [];
  if (whole === undefined || choice === undefined) return [word];
  return [...choice].flatMap((character) => spelledOut(word.replace(whole, character)));
}
