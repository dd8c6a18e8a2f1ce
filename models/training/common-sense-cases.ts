/** A plain sentence and what anyone would say it expresses toward the target. Never trained on. */
export interface CommonSenseCase {
  readonly language: 'ru' | 'en' | 'zh';
  readonly text: string;
  /** Every occurrence of this in the text is the target. */
  readonly target: string;
  readonly expected: 'against' | 'neither' | 'favor';
  /** Cases so plain that a wrong sign is a fault of the model, not a miss. */
  readonly obvious?: true;
}

type Row = readonly [
  text: string,
  target: string,
  expected: CommonSenseCase['expected'],
  obvious?: 'obvious',
];

const RU: readonly Row[] = [
  ['Китайские машины ржавеют через год, качество ужасное', 'Китайские машины', 'against', 'obvious'],
  ['Китайские машины ржавеют через год, качество ужасное', 'Китайские', 'against', 'obvious'],
  ['Купил Чери год назад: коробка сдохла, дилер от гарантии отказался. Больше ни ногой', 'Чери', 'against'],
  ['Спасибо Китаю, что не отвернулся от нас', 'Китаю', 'favor', 'obvious'],
  ['Китай — надёжный союзник, мы ему благодарны', 'Китай', 'favor', 'obvious'],
  ['Санкции позор, один Китай за нас', 'Китай', 'favor'],
  ['Банк Китая снова вернул платёж, третья попытка за месяц, достали уже', 'Банк Китая', 'against'],
  ['Китайские банки перестали принимать платежи из России, сообщила газета', 'Китайские банки', 'neither'],
  ['Обещали инвестиции из Китая, а построили только забор', 'Китая', 'against'],
  ['Си Цзиньпин прилетел в Казань на саммит БРИКС', 'Си Цзиньпин', 'neither'],
  ['Экспорт угля в Китай в июле составил восемь миллионов тонн', 'Китай', 'neither'],
  ['В Китае открылась международная выставка', 'Китае', 'neither'],
  ['Китай нам не союзник, а хитрый торгаш, обдерёт как липку', 'Китай', 'against'],
  ['Китай мог бы дать снаряды, но только языком чешет. Толку ноль', 'Китай', 'against'],
  ['Низкий поклон китайским братьям за дроны, ребята на фронте благодарят', 'китайским', 'favor'],
  ['Китай соблюдает санкции против нас, трусы', 'Китай', 'against', 'obvious'],
  ['Хавал езжу два года, доволен полностью, ничего не ломалось', 'Хавал', 'favor'],
  ['Индия отличный партнёр, покупает нефть и не ноет', 'Индия', 'favor'],
  ['Ужасная страна эта Турция, обманули на каждом шагу', 'Турция', 'against', 'obvious'],
  ['Сколько стоит доставка из Турции в Самару?', 'Турции', 'neither'],
  ['Молодцы китайцы, делают отличные телефоны', 'китайцы', 'favor', 'obvious'],
];

const EN: readonly Row[] = [
  ['China is a reliable partner, thank you', 'China', 'favor', 'obvious'],
  ['sanctions are a disgrace, China at least stands by us', 'China', 'favor'],
  ['Chinese cars are rubbish, mine broke down twice in a month', 'Chinese', 'against', 'obvious'],
  ['My Haval has been great so far, best car I have owned', 'Haval', 'favor'],
  ['China will hold a summit with African leaders in September', 'China', 'neither'],
  ['Chinese exports rose 4 percent in July, customs figures show', 'Chinese', 'neither'],
  ['China betrayed its friends, I will never trust them', 'China', 'against', 'obvious'],
  ['Chinese banks rejected our transfer again. Useless so-called friends', 'Chinese banks', 'against'],
  ['China promised factories and we got nothing but smiles', 'China', 'against'],
  ['Russia keeps bombing hospitals, this is barbaric', 'Russia', 'against', 'obvious'],
  ['Glory to Ukraine, brave people defending their homes', 'Ukraine', 'favor', 'obvious'],
  ['Russia and India signed a protocol on rail transport', 'Russia', 'neither'],
  ['India makes wonderful medicines at a fair price', 'India', 'favor'],
  ['Is there a direct train from China to Moscow?', 'China', 'neither'],
  ['Do not buy Chinese tyres, they are dangerous', 'Chinese', 'against'],
  ['China sent generators when nobody else cared. Respect.', 'China', 'favor'],
  ['China is stealing our technology and laughing at us', 'China', 'against', 'obvious'],
  ['The Chinese delegation left the hotel at noon', 'Chinese', 'neither'],
];

const ZH: readonly Row[] = [
  ['俄罗斯不可靠,令人失望', '俄罗斯', 'against', 'obvious'],
  ['俄罗斯人民很勇敢，支持俄罗斯', '俄罗斯', 'favor', 'obvious'],
  ['俄罗斯总统抵达北京参加会议', '俄罗斯', 'neither'],
  ['俄罗斯的巧克力质量太差，过期了还卖', '俄罗斯', 'against'],
  ['俄罗斯的蜂蜜很好吃，下次还买', '俄罗斯', 'favor'],
  ['俄罗斯占了我们那么多土地，从来不是朋友', '俄罗斯', 'against'],
  ['制裁可耻，俄罗斯挺住', '俄罗斯', 'favor'],
  ['俄罗斯侵略乌克兰，炸死平民，必须谴责', '俄罗斯', 'against', 'obvious'],
  ['俄罗斯七月天然气出口量增长百分之二', '俄罗斯', 'neither'],
  ['请问去俄罗斯留学一年要多少钱？', '俄罗斯', 'neither'],
  ['俄军真厉害，佩服', '俄军', 'favor', 'obvious'],
  ['俄军打了三年还没打下来，笑死人，太弱了', '俄军', 'against'],
  ['普京是个强硬的领导人，我很欣赏他', '普京', 'favor'],
  ['普京就是个独裁者，害了自己的国家', '普京', 'against'],
  ['印度的手机又慢又卡，垃圾', '印度', 'against', 'obvious'],
  ['美国又在制裁，还是俄罗斯够朋友', '俄罗斯', 'favor'],
  ['俄罗斯代表团访问哈尔滨', '俄罗斯', 'neither'],
];

/** The suite: 56 plain sentences in three languages. */
export const COMMON_SENSE_CASES: readonly CommonSenseCase[] = (
  [
    ['ru', RU],
    ['en', EN],
    ['zh', ZH],
  ] as const
).flatMap(([language, rows]) =>
  rows.map(([text, target, expected, obvious]) => ({
    language,
    text,
    target,
    expected,
    ...(obvious === undefined ? {} : { obvious: true as const }),
  })),
);

/** Every place of a name in a text. */
export function placesOf(text: string, name: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    places.push([at, at + name.length]);
  return places;
}
