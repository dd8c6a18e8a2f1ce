import { constantParadigm, mergeParadigms, type Paradigm, stemParadigm } from './russian-paradigm.ts';

/** What ends a noun, what stands in its place in the stem, and the endings as {@link stemParadigm} takes them. */
type Declension = readonly [end: RegExp, stem: string, endings: string];

/** The first that fits is the noun's own. */
const DECLENSIONS: readonly Declension[] = [
  [/ия$/, '', 'ия ии ии ию ией/иею ии ии ий иям ии/ий иями иях'],
  [/ья$/, '', 'ья ьи ье ью ьей/ьею ье ьи ей/ий ьям ьи/ей ьями ьях'],
  [/я$/, '', 'я и е ю ей/ею е и ь/й ям и/ь/й ями ях'],
  [/ь[её]$/, '', 'ье ья ью ье ьем ье/ьи ья ий/ей ьям ья ьями ьях'],
  [/(?<=и)е$/, '', 'е я ю е ем и я й ям я ями ях'],
  [/(?<=[жшчщц])е$/, '', 'е а у е ем е а - ам а ами ах'],
  [/е$/, '', 'е я ю е ем е я й ям я ями ях'],
  [/о$/, '', 'о а у о ом е а - ам а ами ах'],
  [/(?<=[жшчщ])а$/, '', 'а и е у ей/ой е и - ам и/- ами ах'],
  [/(?<=[кгх])а$/, '', 'а и е у ой/ою е и - ам и/- ами ах'],
  [/(?<=ц)а$/, '', 'а ы е у ей/ой е ы - ам ы/- ами ах'],
  [/а$/, '', 'а ы е у ой/ою е ы - ам ы/- ами ах'],
  [/ий$/, '', 'ий ия ию ий/ия ием ии ии иев иям ии/иев иями иях'],
  [/й$/, '', 'й я ю й/я ем е и ев ям и/ев ями ях'],
  [/ь$/, '', 'ь я/и ю/и ь/я ем/ью е/и и ей ям и/ей ями ях'],
  [/ии$/, '', 'ии ий иям ии/ий иями иях ии ий иям ии/ий иями иях'],
  [/ы$/, '', 'ы ов/-/ев ам ы/ов/-/ев ами ах ы ов/-/ев ам ы/ов/-/ев ами ах'],
  [/(?<=[кгхжшчщ])и$/, '', 'и ов/-/ей ам и/ов/-/ей ами ах и ов/-/ей ам и/ов/-/ей ами ах'],
  [/и$/, '', 'и ев/ей/й/ь ям и/ев/ей/й/ь ями ях и ев/ей/й/ь ям и/ев/ей/й/ь ями ях'],
  [/(?<=[жшчщ])$/, '', '- а у -/а ом/ем е и ей ам и/ей ами ах'],
  [/(?<=ц)$/, '', '- а у -/а ом/ем е ы ов/ев ам ы/ов/ев ами ах'],
  [/(?<=[кгх])$/, '', '- а у -/а ом е и ов/- ам и/ов/- ами ах'],
  [/(?<=[бвдзлмнпрстф])$/, '', '- а у -/а ом е ы ов/- ам ы/ов/- ами ах'],
];

const HARD = '. а у а ом е ы ов ам ы/ов ами ах';
const VELAR = '. а у а ом е и ов ам и/ов ами ах';
const AUTHOR = '. а у а ом/ем е ы ов/ев ам ы/ов/ев ами ах';
const SOFT = '. я ю я ем е и ей ям и/ей ями ях';
const GENITIVE_PLURAL = '. . . . . . . - . - . .';
const PEOPLE = '. . . . . . е - ам - ами ах';

/** Forms beside the noun's own: vowels that come and go, peoples, surnames, the young. All that fit are taken. */
const FURTHER: readonly Declension[] = [
  // кореец → корейца, португалец → португальца, немец → немца.
  [/(?<=[аеёиоуыэюя])ец$/, 'йц', AUTHOR],
  [/(?<=л)ец$/, 'ьц', AUTHOR],
  [/(?<=[бвгджзкмнпрстфхцчшщ])ец$/, 'ц', AUTHOR],
  // рынок → рынка, огонёк → огонька, паёк → пайка.
  [/(?<=..)[оё]к$/, 'к', VELAR],
  [/(?<=.[лнрз])[её]к$/, 'ьк', VELAR],
  [/(?<=[аеёиоуыэюя])[её]к$/, 'йк', VELAR],
  [/(?<=.)[её]нь$/, 'н', SOFT],
  // россиянин → россияне, татарин → татары, господин → господа.
  [/(?<=[аяе])нин$/, 'н', PEOPLE],
  [/(?<=тата|болга)рин$/, 'р', '. . . . . . ы - ам - ами ах'],
  [/(?<=господ)ин$/, '', '. . . . . . а - ам - ами ах'],
  [/(?<=[чжшщ])онок$/, '', '. . . . . . ата ат атам ат атами атах'],
  [/[её]нок$/, '', '. . . . . . ята ят ятам ят ятами ятах'],
  // китаянка → китаянок, девушка → девушек, копейка → копеек, земля → земель, песня → песен.
  [/(?<=[бвгдзлмнпрстф])ка$/, 'ок', GENITIVE_PLURAL],
  [/(?<=[жшчщ])ка$/, 'ек', GENITIVE_PLURAL],
  [/[йь]ка$/, 'ек', GENITIVE_PLURAL],
  [/(?<=[бвгджзкмпрстфхцчшщ])ля$/, 'ель', GENITIVE_PLURAL],
  [/(?<=[бвгджзкмпрстфхцчшщ])ня$/, 'ен', GENITIVE_PLURAL],
  [/(?<=[бвгджзкмпрстфхцчшщ])ня$/, 'ень', GENITIVE_PLURAL],
];

const SURNAME = /^[А-ЯЁ].*([оеё]в|[иы]н)(а?)$/;

/** Nouns whose vowel comes and goes, with the stem before endings. Others of their kind keep it: Тибет, совет. */
const FLEETING: Readonly<Record<string, string>> = {
  египет: 'египт',
  хребет: 'хребт',
  лев: 'льв',
  лёд: 'льд',
  лён: 'льн',
  пёс: 'пс',
  пётр: 'петр',
  павел: 'павл',
  орёл: 'орл',
  осёл: 'осл',
  козёл: 'козл',
  котёл: 'котл',
  посол: 'посл',
  хохол: 'хохл',
  узел: 'узл',
  угол: 'угл',
  ковёр: 'ковр',
  костёр: 'костр',
  шатёр: 'шатр',
  ветер: 'ветр',
  рот: 'рт',
  лоб: 'лб',
  ров: 'рв',
  огонь: 'огн',
  уголь: 'угл',
  локоть: 'локт',
};

/** Cases and numbers of a noun in the nominative, over-generated; a word with no known ending stays as it is. */
export function nounParadigm(word: string): Paradigm {
  const lower = word.toLowerCase();
  const paradigms: Paradigm[] = [];
  const add = ([end, stem, endings]: Declension): void => {
    paradigms.push(stemParadigm(word.slice(0, lower.search(end)) + stem, endings));
  };
  const own = DECLENSIONS.find(([end]) => end.test(lower));
  if (own === undefined) return constantParadigm(word);
  add(own);
  for (const declension of FURTHER) if (declension[0].test(lower)) add(declension);
  const fleeting = FLEETING[lower];
  if (fleeting !== undefined)
    paradigms.push(stemParadigm(`${word[0]}${fleeting.slice(1)}`, lower.endsWith('ь') ? SOFT : HARD));
  const [, , feminine] = SURNAME.exec(word) ?? [];
  if (feminine === 'а') paradigms.push(stemParadigm(word.slice(0, -1), 'а ой ой у ой ой ы ых ым ых ыми ых'));
  else if (feminine === '') paradigms.push(stemParadigm(word, '- а у а ым е ы ых ым ых ыми ых'));
  return mergeParadigms(paradigms);
}
