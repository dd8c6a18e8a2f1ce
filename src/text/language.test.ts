import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLanguageIdentifier } from './language.ts';

const identifier = createLanguageIdentifier();
const language = (text: string): string => identifier.identify(text).language;

describe('whole sentences', () => {
  test.each([
    ['ru', 'Завод поставил новые машины, но покупатели недовольны качеством.'],
    ['uk', 'Завод поставив нові машини, але покупці незадоволені якістю.'],
    ['be', 'Завод паставіў новыя машыны, але пакупнікі незадаволеныя якасцю.'],
    ['be', 'Гэта вельмi добрыя машыны, але дарагiя.'],
    ['bg', 'Заводът достави нови машини, но купувачите са недоволни от качеството.'],
    ['sr', 'Фабрика је испоручила нове машине, али купци нису задовољни квалитетом.'],
    ['mk', 'Фабриката испорача нови машини, но купувачите не се задоволни од квалитетот, ќе се жалат.'],
    ['kk', 'Зауыт жаңа машиналар жеткізді, бірақ сатып алушылар сапасына көңілі толмайды.'],
    ['mn', 'Үйлдвэр шинэ машин нийлүүлсэн боловч худалдан авагчид чанарт сэтгэл дундуур байна.'],
    ['zh-Hans', '工厂交付了新机器，但买家对质量不满意。'],
    ['zh-Hant', '工廠交付了新機器，但買家對質量不滿意。'],
    ['ja', '工場は新しい機械を納入したが、購入者は品質に不満だ。'],
    ['ko', '공장은 새 기계를 납품했지만 구매자들은 품질에 만족하지 않는다.'],
    ['en', 'The factory delivered new machines, but the buyers are not happy with the quality.'],
    ['de', 'Das Werk hat neue Maschinen geliefert, aber die Käufer sind mit der Qualität nicht zufrieden.'],
    ['fr', "L'usine a livré de nouvelles machines, mais les acheteurs ne sont pas contents de la qualité."],
    ['es', 'La fábrica entregó máquinas nuevas, pero los compradores no están contentos con la calidad.'],
    ['he', 'המפעל סיפק מכונות חדשות אך הקונים אינם מרוצים מהאיכות'],
  ])('%s', (expected, text) => {
    expect(language(text)).toBe(expected);
  });
});

test('short Russian posts are Russian, foreign names, addresses and laughter beside them too', () => {
  for (const text of [
    'ну пойду чекну фоточки',
    'Купил Samsung Galaxy S24 Ultra',
    'Haval Jolion Premium 2024, мотор греется зимой',
    'ахахахаааа мяяяу',
    'норм',
    '@some_english_name #MadeInChina смотри https://example.org/some/long/english/words',
    'Слава Україні — так называлась передача, которую мы смотрели вчера вечером',
    'Глава города Қызылорда рассказал о планах строительства новой дороги и моста',
  ]) {
    expect(language(text), text).toBe('ru');
  }
});

test('English with a Cyrillic name or a link is English', () => {
  expect(
    language('What does the word спутник mean and why do people in the West still use it so often?'),
  ).toBe('en');
  expect(language('RT @ivan: they should have known better than that https://example.org')).toBe('en');
});

test('a の or a middle dot does not make Chinese Japanese', () => {
  expect(language('优の良品，天天特价')).toBe('zh-Hans');
  expect(language('弗拉基米尔・普京访问北京')).toBe('zh-Hans');
});

test('where there is nothing to judge the language is und', () => {
  for (const text of ['', '5', '555 + 20 %', '😂😂😂', '@name https://example.org/abc', '…!?']) {
    expect(identifier.identify(text), text).toEqual({ language: 'und', confidence: 0 });
  }
});

test('any text has a language code and a confidence, and asking twice gives the same', () => {
  const letters = fc.constantFrom(...'абвіїўқѓњъыэёьйabcñßığ中國国のカ한글א@#:/. \n😂\ud800');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 400 }), (text) => {
      const found = identifier.identify(text);
      expect(found.language).toMatch(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      expect(identifier.identify(text)).toEqual(found);
    }),
  );
});
