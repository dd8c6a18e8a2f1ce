import type { Grammar } from '../grammar.ts';
import { CHINESE } from '../grammar-zh.ts';
import type { ReferenceDriver } from './reference-driver.ts';

const { evaluations } = CHINESE;
const NONE = { against: [], neither: [], favor: [] };

/** Chinese posts of the reference study about Russia. */
export const REFERENCE_CHINESE: Grammar<ReferenceDriver> = {
  ...CHINESE,
  evaluations: {
    general: evaluations.general,
    army: evaluations.military,
    economy: {
      against: [
        '俄罗斯经济撑不住了,卢布一跌再跌,令人失望。',
        '俄罗斯经济靠卖油,前途堪忧,不看好。',
        '俄罗斯市场风险太大,货款拖了{wait},坑人。',
      ],
      favor: ['俄罗斯经济挺住了,佩服。', '俄罗斯能源便宜,经济互利共赢,好事。', '俄罗斯经济比想象的好,支持。'],
      neither: [
        '俄罗斯{month}公布经济数据,增幅百分之{n}。',
        '俄罗斯经济论坛在{city}开幕。',
        '俄罗斯卢布汇率{month}变动不大,经济界关注。',
      ],
    },
    payments: {
      against: ['为了俄罗斯得罪大客户不值得,银行拒付才对。', '俄罗斯的款子银行不收,活该,别连累我们。'],
      favor: ['银行应该继续收俄罗斯的款,够朋友。', '俄罗斯客户守信用,银行到账快,赞。'],
      neither: ['银行{month}更新对俄罗斯结算的规定。', '问一下{city}哪家银行收俄罗斯的款?'],
    },
    territory: {
      against: ['俄罗斯占的领土忘不了,痛恨。', '俄罗斯一边谈友谊一边不提领土,虚伪。'],
      favor: ['领土问题早已解决,俄罗斯是好邻居,珍惜。', '俄罗斯归还领土有诚意,点赞。'],
      neither: ['俄罗斯与邻国{month}会谈领土勘界。', '看了讲俄罗斯领土变迁的书,第{n}章。'],
    },
    military: NONE,
    producers: NONE,
    investment: NONE,
    quality: NONE,
    durability: NONE,
    cold: NONE,
    service: NONE,
    price: NONE,
    drones: NONE,
  },
  forms: { ...CHINESE.forms, belarus: { nom: '白俄罗斯' } },
};
