import { expect, test } from 'vitest';
import { russianForms } from './russian-forms.ts';
import { createTargetForms } from './target-forms.ts';

const has = (phrase: string, forms: string[]): void => {
  const made = new Set(russianForms(phrase));
  expect(forms.filter((form) => !made.has(form))).toEqual([]);
};

test('Russian nouns, adjectives and inhabitants have their cases', () => {
  has('Китай', ['Китай', 'Китая', 'Китаю', 'Китаем', 'Китае']);
  has('китайский', [
    'китайский',
    'китайского',
    'китайскому',
    'китайским',
    'китайском',
    'китайская',
    'китайской',
    'китайскую',
    'китайское',
    'китайские',
    'китайских',
    'китайскими',
  ]);
  has('китаец', [
    'китаец',
    'китайца',
    'китайцу',
    'китайцем',
    'китайце',
    'китайцы',
    'китайцев',
    'китайцам',
    'китайцами',
    'китайцах',
  ]);
  has('Индия', ['Индия', 'Индии', 'Индию', 'Индией']);
  has('Турция', ['Турция', 'Турции', 'Турцию', 'Турцией']);
  has('Пекин', ['Пекин', 'Пекина', 'Пекину', 'Пекином', 'Пекине']);
  has('Анкара', ['Анкара', 'Анкары', 'Анкаре', 'Анкару', 'Анкарой']);
  has('автомобиль', ['автомобиль', 'автомобиля', 'автомобилем', 'автомобили', 'автомобилей', 'автомобилях']);
  has('Путин', ['Путин', 'Путина', 'Путину', 'Путиным', 'Путине']);
  has('санкции', ['санкции', 'санкций', 'санкциям', 'санкциями', 'санкциях']);
  has('платёж', ['платёж', 'платёжа', 'платёжей']);
});

test('phrases agree in case', () => {
  has('китайская машина', [
    'китайская машина',
    'китайской машины',
    'китайскую машину',
    'китайские машины',
    'китайских машин',
    'китайскими машинами',
  ]);
  has('китайские товары', ['китайские товары', 'китайских товаров', 'китайским товарам']);
});

test('abbreviations and names in -и stay as they are', () => {
  expect(russianForms('КНР')).toEqual(['КНР']);
  expect(russianForms('Дели')).toEqual(['Дели']);
  expect(russianForms('Нью-Дели')).toEqual(['Нью-Дели']);
});

test('Chinese in both scripts, English plurals, literals and prefixes', () => {
  const targetForms = createTargetForms();
  expect(targetForms('俄罗斯', 'zh').map((f) => f.form)).toEqual(['俄罗斯', '俄羅斯']);
  expect(targetForms('俄罗斯', 'zh')[0]).toMatchObject({ boundary: 'none' });
  expect(targetForms('Chinese car', 'en').map((f) => f.form)).toEqual(['Chinese car', 'Chinese cars']);
  expect(targetForms('=Китай', 'ru')).toEqual([{ form: 'Китай', boundary: 'word', prefix: false }]);
  expect(targetForms('кита*', 'ru')).toEqual([{ form: 'кита', boundary: 'word', prefix: true }]);
});

test('the tables of characters are loaded once, not for each of a thousand aliases', () => {
  const forms = createTargetForms();
  const start = performance.now();
  for (let i = 0; i < 1_000; i++) forms(`俄罗斯${String.fromCharCode(0x4e00 + i)}`, 'zh');
  expect(performance.now() - start).toBeLessThan(5_000);
});
