import type { Grammar } from '../grammar.ts';
import { RUSSIAN } from '../grammar-ru.ts';
import { RUSSIAN_EVALUATIONS } from '../grammar-ru-evaluations.ts';
import type { ReferenceDriver } from './reference-driver.ts';
import {
  CAR_SENTENCES,
  DRONE_SENTENCES,
  GOODS_SENTENCES,
  MONEY_SENTENCES,
  TERRITORY_SENTENCES,
} from './sentences-ru.ts';

const NONE = { against: [], neither: [], favor: [] };

const country = (
  nom: string,
  [gen, dat, acc, ins, pre]: readonly [string, string, string, string, string],
) => ({
  ...{ nom, gen, dat, acc, ins, pre },
});

/** Names that sentences about China, its companies and goods, and about cars have. */
const CAR = (car: string, carGen: string) => ({ car, carGen });

/** Russian posts of the reference study: the demo's talk, with sentences about what the article claims. */
export const REFERENCE_RUSSIAN: Grammar<ReferenceDriver> = {
  ...RUSSIAN,
  evaluations: {
    general: RUSSIAN_EVALUATIONS.general,
    military: RUSSIAN_EVALUATIONS.military,
    investment: MONEY_SENTENCES.investment,
    payments: MONEY_SENTENCES.payments,
    producers: MONEY_SENTENCES.producers,
    quality: GOODS_SENTENCES,
    territory: TERRITORY_SENTENCES,
    drones: DRONE_SENTENCES,
    ...CAR_SENTENCES,
    economy: NONE,
    army: NONE,
  },
  forms: {
    ...RUSSIAN.forms,
    belarus: country('Белоруссия', ['Белоруссии', 'Белоруссии', 'Белоруссию', 'Белоруссией', 'Белоруссии']),
  },
  names: {
    china: { actor: 'Китай', actorGen: 'Китая', goods: 'вещи из Китая', goodsGen: 'вещей из Китая' },
    'chinese-companies': {
      actor: 'китайский бизнес',
      actorGen: 'китайских банков',
      goods: 'вещи',
      goodsGen: 'вещей',
    },
    'chinese-goods': {
      actor: 'Китай',
      actorGen: 'Китая',
      goods: 'китайские товары',
      goodsGen: 'китайских товаров',
    },
    'chinese-cars': CAR('китайские машины', 'китайских машин'),
    haval: CAR('машины Haval', 'машин Haval'),
    geely: CAR('машины Geely', 'машин Geely'),
    chery: CAR('машины Chery', 'машин Chery'),
    changan: CAR('машины Changan', 'машин Changan'),
    lada: CAR('машины Lada', 'машин Lada'),
    'japanese-cars': CAR('японские машины', 'японских машин'),
  },
};
