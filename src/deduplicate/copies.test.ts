import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { createMinHash } from '../text/minhash.ts';
import { createCanonicalizer, createShingler, exactHash } from '../text/shingles.ts';
import { clusterDuplicates } from './cluster-duplicates.ts';
import { ShingleStore } from './shingle-store.ts';
import { requiredContainment } from './verify-copies.ts';

const canonicalize = createCanonicalizer();
const shingles = createShingler();
const minHash = createMinHash();
const shown = (text: string): string => String.fromCharCode(...canonicalize(text));
const verified = (a: string, b: string): boolean => {
  const store = new ShingleStore(2);
  store.put(0, shingles(canonicalize(a)));
  store.put(1, shingles(canonicalize(b)));
  const required = requiredContainment(Math.min(store.size(0), store.size(1)));
  return store.containment(0, 1, required) >= required;
};
const bands = (text: string): Uint32Array => minHash(shingles(canonicalize(text)));
const candidates = (a: string, b: string): boolean => bands(a).some((key, i) => key === bands(b)[i]);

test('copies that differ in case, marks, emoji, ё or look-alike letters are exact', () => {
  const forms = [
    'Китай — ещё не друг!',
    'китай еще не друг',
    '🔥 КИТАЙ ещё, не... друг 🔥',
    'Kитай еще нe дрyг',
  ];
  expect(new Set(forms.map(shown))).toEqual(new Set(['китай еще не друг']));
  expect(new Set(forms.map((f) => exactHash(canonicalize(f)))).size).toBe(1);
  expect(shown('Made in China')).toBe('made in china');
});

test('different texts have different hashes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
      fc.pre(shown(a) !== shown(b));
      expect(exactHash(canonicalize(a))).not.toBe(exactHash(canonicalize(b)));
    }),
  );
});

const WORDS = {
  ru: 'завод поставил машины в срок однако покупатели жалуются на двери зимой мотор греется запчасти дорогие дилер молчит сервис далеко цена выросла вдвое кредит одобрили через неделю пришёл отказ менеджер обещал перезвонить гарантия кончилась раньше'.split(
    ' ',
  ),
  zh: [
    ...'银行拒绝付款卢布贬值贸易额增长边境口岸排队货车司机等待三天海关检查严格企业担心制裁影响合作前景并不乐观网友议论纷纷',
  ],
  en: 'the bank refused the transfer again and the dealer says parts will arrive next month while winter comes early this year nobody answers the phone our order was paid in spring'.split(
    ' ',
  ),
};

function sentence(language: keyof typeof WORDS, random: () => number): string {
  const words = WORDS[language];
  const n = language === 'zh' ? 60 : 30;
  return Array.from({ length: n }, () => words[Math.floor(random() * words.length)]).join(
    language === 'zh' ? '' : ' ',
  );
}

function edited(text: string, language: keyof typeof WORDS, random: () => number): string {
  const separator = language === 'zh' ? '' : ' ';
  const parts = language === 'zh' ? [...text] : text.split(' ');
  const at = Math.floor(random() * (parts.length - 2));
  parts[at] = WORDS[language][Math.floor(random() * WORDS[language].length)] as string;
  if (random() < 0.5) parts.splice(at + 1, 1);
  return `${parts.join(separator)} ${['🔥', '!!!', 'Подпишись', '转发'][Math.floor(random() * 4)]}`;
}

test('edited copies share a band and verify; other texts of the same words do not: macro-F1 at least .95', () => {
  const random = seededRandom(11);
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const language of ['ru', 'zh', 'en'] as const) {
    for (let i = 0; i < 150; i++) {
      const text = sentence(language, random);
      const copy = edited(text, language, random);
      const other = sentence(language, random);
      const isCopy = (b: string): boolean => candidates(text, b) && verified(text, b);
      if (isCopy(copy)) counts.tp++;
      else counts.fn++;
      if (isCopy(other)) counts.fp++;
      else counts.tn++;
    }
  }
  const f1 = (hit: number, wrong: number): number => (2 * hit) / (2 * hit + wrong);
  const macro = (f1(counts.tp, counts.fp + counts.fn) + f1(counts.tn, counts.fp + counts.fn)) / 2;
  expect(macro).toBeGreaterThanOrEqual(0.95);
});

test('copies form the same clusters however few texts fit in memory at once', async () => {
  const random = seededRandom(5);
  const originals = Array.from({ length: 60 }, () => sentence('ru', random));
  const texts = originals.flatMap((text, i) =>
    i % 2 === 0 ? [text, edited(text, 'ru', random), edited(text, 'ru', random)] : [text],
  );
  const hashes = texts.map((text) => shingles(canonicalize(text)).slice());
  const keys = hashes.map((h) => minHash(h));
  let reads = 0;
  const cluster = (shingleBytes: number) =>
    clusterDuplicates({
      documentIds: BigUint64Array.from(texts, (_, i) => 100n + BigInt(i)),
      bands: Array.from({ length: 16 }, (_, band) => Uint32Array.from(keys, (k) => k[band] as number)),
      nShingles: Uint32Array.from(hashes, (h) => h.length),
      shingleBytes,
      exact: [],
      reposts: [],
      readTexts: async function* (chosen) {
        reads++;
        const places = [...chosen.keys()].filter((place) => chosen[place] === 1);
        yield { places, texts: places.map((place) => texts[place] as string) };
      },
    });
  const [few, all] = [await cluster(1), await cluster(Number.POSITIVE_INFINITY)];
  expect(reads).toBe(16 + 1);
  expect(few).toEqual(all);
  const originalsWithCopies = all.filter((row) => row.clusterId === row.documentId);
  expect(originalsWithCopies.length).toBeGreaterThan(27);
  expect(all.length).toBeLessThanOrEqual(90);
});
