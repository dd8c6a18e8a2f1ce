import type { CaseLanguage } from './case-table.ts';

/** A country and how its names fill a sentence. */
export interface Country {
  readonly id: string;
  /** What a study would write to find it. */
  readonly aliases: readonly string[];
  /** Slot name → words. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Nominative, genitive, dative, accusative, instrumental, with "in"; stem of the adjective; gender; capital. */
const RU_TABLE = `
Китай Китая Китаю Китай Китаем в_Китае китайск m Пекин
Индия Индии Индии Индию Индией в_Индии индийск f Дели
Турция Турции Турции Турцию Турцией в_Турции турецк f Анкара
Иран Ирана Ирану Иран Ираном в_Иране иранск m Тегеран
Казахстан Казахстана Казахстану Казахстан Казахстаном в_Казахстане казахстанск m Астана
Вьетнам Вьетнама Вьетнаму Вьетнам Вьетнамом во_Вьетнаме вьетнамск m Ханой
Германия Германии Германии Германию Германией в_Германии германск f Берлин
Япония Японии Японии Японию Японией в_Японии японск f Токио
Польша Польши Польше Польшу Польшей в_Польше польск f Варшава
Сербия Сербии Сербии Сербию Сербией в_Сербии сербск f Белград
Египет Египта Египту Египет Египтом в_Египте египетск m Каир
Бразилия Бразилии Бразилии Бразилию Бразилией в_Бразилии бразильск f Бразилиа
`;

const EN_TABLE = `
China Chinese Beijing
India Indian Delhi
Turkey Turkish Ankara
Iran Iranian Tehran
Kazakhstan Kazakh Astana
Vietnam Vietnamese Hanoi
Germany German Berlin
Japan Japanese Tokyo
Poland Polish Warsaw
Serbia Serbian Belgrade
Egypt Egyptian Cairo
Brazil Brazilian Brasilia
`;

const ZH_TABLE = `
俄罗斯 莫斯科
印度 新德里
土耳其 安卡拉
伊朗 德黑兰
哈萨克斯坦 阿斯塔纳
越南 河内
德国 柏林
日本 东京
波兰 华沙
塞尔维亚 贝尔格莱德
埃及 开罗
巴西 巴西利亚
`;

const rowsOf = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** Twelve countries a language. */
export const COUNTRIES: Readonly<Record<CaseLanguage, readonly Country[]>> = {
  ru: rowsOf(RU_TABLE).map(
    ([n = '', g = '', d = '', a = '', i = '', p = '', s = '', gender = '', k = '']) => ({
      id: n,
      // Written out: the forms made of an alias lack a vowel that comes and goes (Египет, Египта).
      aliases: [n, ...[g, d, a, i, p.split('_')[1] ?? ''].map((form) => `=${form}`), `${s}ий`],
      slots: { n, g, d, a, i, p: p.replace('_', ' '), s, k, o: gender === 'f' ? 'а' : '' },
    }),
  ),
  en: rowsOf(EN_TABLE).map(([n = '', s = '', k = '']) => ({ id: n, aliases: [n, s], slots: { n, s, k } })),
  zh: rowsOf(ZH_TABLE).map(([n = '', k = '']) => ({ id: n, aliases: [n], slots: { n, k } })),
};

const RU_SENTENCES = `
{n} снова держит слово, уважаю
От {g} одни обещания и пустая болтовня
{d} верю, не раз проверено делом
Зря связались, {n} вытянет из нас всё до нитки
Вернулся вчера, {p} было чудесно, люди открытые
{p} на каждом углу норовят обсчитать, мерзко
Завтра {p} начинаются выборы в парламент
Товарооборот с {i} за полгода прибавил четыре процента
{s}ие шины лысеют за сезон, не берите
{s}ая сторона представила проект соглашения
Пять лет пользуюсь, {s}ий пылесос работает прекрасно
Нас подвели {s}ие банки, деньги так и висят
Друзья, {n} помог{o:|ла} нам, когда все отвернулись
{n} обманул{o} нас с оплатой, и это подло
{n} никогда не был{o} нам врагом
Читаю про {a} третью книгу, впереди ещё две
Не надо ругать {a}, там умеют работать и ценят людей
Санкции бесят, а {n} спокойно возит грузы и выручает
Кто летал {p}? Нужна ли прививка?
{n} молодец, а мы как всегда
{n} лжёт про {a}, и каждый знает, что {n} лжёт
Люблю {a} и готов это повторять
Поставки из {g} идут по графику, сообщили в порту
Хуже {g} только чума
Ни одна страна так не помогла, как {n}, спасибо
`;

const EN_SENTENCES = `
{n} kept its word again, respect
All we ever get from {n} is empty talk
I trust {n}, they have earned it
Mark my words, {n} will squeeze us dry
Back from {n} yesterday, wonderful people and food
In {n} they overcharge you on every corner, vile
{n} votes for a new parliament tomorrow
Trade with {n} grew four percent in the first half
The {s} tyres were bald within a season, avoid them
The {s} side presented a draft agreement
Five years on, the {s} vacuum works beautifully
We were let down by {s} banks, the money is still stuck
{n} helped us when everyone else looked away
{n} cheated us over the payment and that is low
{n} was never our enemy
Reading my third book about {n}, two more to go
Stop slandering {n}, people there work hard and care
Sanctions drive me mad, {n} quietly keeps the goods coming
Has anyone flown to {n}? Do I need a jab?
Well done {n}, and we sleep as usual
{n} lies about {n}, and everyone knows {n} lies
I love {n} and will say it again
Deliveries from {n} are on schedule, the port said
Only the plague is worse than {n}
No other country did as much for us as {n}, thank you
`;

const ZH_SENTENCES = `
{n}这次又说到做到，服
跟{n}打交道全是空话
我信{n}，人家是干出来的
等着瞧，{n}会把我们榨干
昨天刚从{n}回来，人好饭香
在{n}买东西处处被宰，恶心
{n}明天举行议会选举
上半年与{n}的贸易增长百分之四
{n}轮胎一季就磨平，别买
{n}方面提交了协议草案
用了五年，{n}吸尘器依然好用
{n}的银行把我们坑了，钱还卡着
别人都躲开的时候，{n}帮了我们
{n}赖账不还，太缺德
{n}从来不是我们的敌人
关于{n}的书我看到第三本了
别再抹黑{n}，那里的人勤劳又善良
制裁烦死人，{n}照样默默供货
有人飞过{n}吗？要打疫苗吗？
{n}干得漂亮，我们还在睡觉
{n}撒谎，谁都知道{n}撒谎
我爱{n}，说多少遍都行
港口说来自{n}的货按时到
比{n}更糟的只有瘟疫
没有哪个国家像{n}这样帮过我们，谢谢
`;

/** Sentences in which the country stands a second time by its capital, `{k}`. */
export const SECOND_NAME_SENTENCES: Readonly<Record<CaseLanguage, readonly string[]>> = {
  ru: [
    '{k} обещает одно, делает другое, {n} верен себе',
    '{n} шлёт нам дрянь, {k} делает вид, что так и надо',
    'Спасибо за помощь, {n}! {k} — сила',
    '{k} и {n} в сводке погоды на завтра',
    'Говорят, {k} торгуется, но {n} нас выручает',
    '{n} опять юлит. {k}, имейте совесть!',
  ],
  en: [
    '{k} says one thing and does another, typical of {n}',
    '{n} sends us rubbish and {k} shrugs',
    'Thank you for the help, {n}! {k} delivers',
    '{k} and {n} in the weather report for tomorrow',
    'They say {k} haggles, but {n} comes through for us',
    '{n} dodges again. Have some decency, {k}!',
  ],
  zh: [
    '{k}说一套做一套，{n}就这德行',
    '{n}给我们发烂货，{k}装没看见',
    '谢谢{n}的帮助！{k}给力',
    '明天天气预报里有{k}和{n}',
    '都说{k}爱讲价，可{n}真帮了我们',
    '{n}又耍滑头。{k}，要点脸吧！',
  ],
};

/** Sentences with slots: `{n}` and other cases, `{s}` the stem of the adjective, `{o}` an ending that follows gender. */
export const SWAP_SENTENCES: Readonly<Record<CaseLanguage, readonly string[]>> = {
  ru: RU_SENTENCES.trim().split('\n'),
  en: EN_SENTENCES.trim().split('\n'),
  zh: ZH_SENTENCES.trim().split('\n'),
};

/** Puts a country into a sentence; `{o:x|y}` is x for masculine names and y for feminine ones. */
export function fillSentence(sentence: string, { slots }: Country): string {
  const filled = sentence.replace(
    /\{(\w)(?::([^|}]*)\|([^}]*))?\}/g,
    (_, slot: string, m?: string, f?: string) =>
      m === undefined ? (slots[slot] as string) : ((slots['o'] === 'а' ? f : m) as string),
  );
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
