import { cases } from '../case-table.ts';

/**
 * Whose words: written after the rules that tell it, and the rules not changed for them. The stance is not scored.
 */
export const WHOSE_WORDS = [
  ...cases(
    'ru',
    'whose-words',
    `
    ?" Вьетнам | Вьетнам обманул инвесторов, следует из доклада палаты
    ?" Вьетнам | Экономист Орлов предупредил: Вьетнам перегрет
    ?" Армению | Вчера в эфире генерал снова поносил Армению последними словами
    ?" Газпром | «Газпром не держит слова и держать не собирается» (с) мой шеф
    ?" Газпром | Читатели жалуются, что Газпром завышает счета
    ?" Ниссан | Ниссан признан лучшим, как утверждают эксперты журнала
    ?" Ниссан | Тётя моя так и заявляет: Ниссан надо брать
    ?" Макрон | МИД: Макрон заигрался
    ? Вьетнам | Вьетнам прекрасен, и пусть говорят что угодно
    ? Вьетнам | Купил путёвку в «Солнечный берег тёплых морей», Вьетнам не подвёл
    ? Армению | Сказать, что я люблю Армению, значит ничего не сказать
    ? Газпром | Ребята, Газпром опять поднял цены, я в шоке
    ? Газпром | Акционеры говорили о дивидендах, а Газпром молча всё отменил
    ? Ниссан | Отзыв: Ниссан за три года ни разу не сломался
    ? Ниссан | Мастер сказал менять масло, и Ниссан поехал как новый
    ? Макрон | Макрон заявил, что мира не будет
    `,
  ),
  ...cases(
    'en',
    'whose-words',
    `
    ?" Vietnam | Vietnam has cheated investors, a chamber report found
    ?" Vietnam | Vietnam is overheating, warns economist
    ?" Armenia | A general on the evening show again heaped abuse on Armenia
    ?" Shell | "Shell never keeps its word and never will" - my boss
    ?" Shell | Readers complain that Shell inflates its bills
    ?" Nissan | Nissan makes the best cars, according to the magazine
    ?" Nissan | My aunt always says buy a Nissan
    ?" Macron | Kremlin: Macron has lost his mind
    ? Vietnam | Vietnam is gorgeous, let them say what they like
    ? Vietnam | We stayed at the "Sunny Shore of the Warm Seas" and Vietnam did not disappoint
    ? Armenia | To say I love Armenia would be putting it mildly
    ? Shell | Folks, Shell raised prices again, I am in shock
    ? Shell | Shareholders talked of dividends and Shell quietly cancelled them all
    ? Nissan | Review: Nissan hasn't broken down once in three years
    ? Nissan | The mechanic told me to change the oil and the Nissan runs like new
    ? Macron | Macron said there would be no peace
    `,
  ),
  ...cases(
    'zh',
    'whose-words',
    `
    ?" 越南 | 商会报告指出，越南欺骗了投资者
    ?" 越南 | 经济学家警告：越南经济过热
    ?" 亚美尼亚 | 一名将军昨晚在节目里又大骂亚美尼亚
    ?" 顺丰 | “顺丰从来不守信用，以后也不会”——我们老板
    ?" 顺丰 | 读者抱怨顺丰乱收费
    ?" 日产 | 该杂志专家认为日产最可靠
    ?" 日产 | 我姑妈逢人就说日产值得买
    ?" 马克龙 | 克宫：马克龙疯了
    ? 越南 | 越南太美了，别人爱说什么说什么
    ? 越南 | 住在“温暖大海的阳光海岸”，越南没让我失望
    ? 亚美尼亚 | 说我喜欢亚美尼亚都算轻的
    ? 顺丰 | 各位，顺丰又涨价了，我惊呆了
    ? 顺丰 | 股东们还在谈分红，顺丰悄悄全取消了
    ? 日产 | 评测：日产三年没坏过一次
    ? 日产 | 师傅叫我换机油，换完日产跟新的一样
    ? 马克龙 | 马克龙说不会有和平
    `,
  ),
];
