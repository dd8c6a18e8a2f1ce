import { cases } from '../case-table.ts';

/** Chinese: emoji say it, or stand beside it. */
export const ZH_EMOJI = cases(
  'zh',
  'emoji',
  `
  + 俄罗斯 | 俄罗斯 ❤️🔥
  - 俄罗斯 | 俄罗斯 🤮🤮🤮
  + 比亚迪 | 比亚迪雪地 👍👍👍
  - 比亚迪 | 比亚迪 👎 这个月第二次拖车 😡
  0 俄罗斯 | 🇷🇺 俄罗斯：今早卢布汇率 📊
  + 巴基斯坦 | 巴基斯坦 🤝🥰
  - 土耳其 | 土耳其 🐍🐍
  0 土耳其 | ✈️ 土耳其，5月14日，七晚 🏖
  + 塞尔维亚 | 塞尔维亚 💪💪
  - 平安银行 | 平安银行 💩
  + 招商银行 | 招商银行 🙏🙏 全退回来了
  0 招商银行 | 📍招商银行搬到隔壁了
  - 奇瑞 | 奇瑞……🤦‍♂️🤦‍♂️
  + 丰田 | 丰田 😍 第三年了
  - 莫迪 | 莫迪 🤡
  + 普京 | 普京 🔥🔥
  - 德国 | 德国 😂😂 自作自受
  + 古巴 | 古巴 🫶
  0 塞尔维亚 | ⚽️ 塞尔维亚 2:1 丹麦
  - 美国 | 美国 🤬 没完没了
  + 越南 | 越南 🌴 爱了 😍
  0 伊朗 | 📰 伊朗：截至目前的消息
  - 拼多多 | 又是拼多多 😤😤😤
  + 京东 | 京东 💙 一天就到
  - 韩国 | 韩国 🖕
  `,
);

/** Chinese: names in letters, initials and mixed script. */
export const ZH_TRANSLITERATION = cases(
  'zh',
  'transliteration',
  `
  - els | els说话从来不算数，呵呵
  + els | els这次真硬气，顶住了
  0 Russia | Russia队今晚七点比赛
  - Russia | Russia这操作太无耻
  - yindu | yindu那边又赖账，坑人没商量
  + bajisitan | bajisitan铁哥们，永远的神
  - tesla | tesla客服全是机器人，恶心
  + BYD | BYD开了两年，真香
  0 BYD | BYD下周在上海开发布会
  - PDD | PDD买的锅第三天就掉漆，无语
  + JD | JD送货快，小哥有礼貌，好评
  - MD | MD国到处煽风点火，迟早遭报应
  0 TRQ | 去TRQ要提前多久办签证
  - meiguo | meiguo又当又立，双标狗
  + ELS | ELS大列巴和冰淇淋都好吃，回购
  - SX | SX手机爆炸还嘴硬，再不买
  + HW | HW遥遥领先，支持
  0 HW | HW门店几点关门
  - pujing | pujing把年轻人送去当炮灰，造孽
  + Putin | Putin大帝威武，佩服
  `,
);

/** Chinese: wrong characters of the same sound, traditional and split characters, stretched words. */
export const ZH_TYPOS = cases(
  'zh',
  'typos',
  `
  - 俄罗思 | 俄罗思太不地到了，言而无信
  + 俄罗斯 | 俄罗斯好样滴，只持
  - 俄羅斯 | 俄羅斯背信棄義，丟人現眼
  + 俄羅斯 | 俄羅斯挺得住，佩服佩服
  - 比压迪 | 比压迪又趴窝，拉圾车
  + 比亚迪 | 比亚迪真的炒鸡好开
  - 特斯啦 | 特斯啦刹车失零，想害屎人
  + 招商银航 | 招商银航态渡好，谢谢啦
  0 土尔其 | 十月去土尔其的机漂多少钱
  - 土尔其 | 土尔其宰客没底现，气死偶了
  + 越楠 | 越楠好次又好玩，爱鸟
  - 埃尔多俺 | 埃尔多俺两面三刀，墙头艹
  + 波蓝 | 波蓝人好nice，太稀饭了
  - 奇锐 | 奇锐第二天就坏，坑爹鸭
  + 丰畋 | 丰畋稳得一批，开不坏
  0 哈萨克斯坦 | 坐火车去哈萨克斯坦需不需要户照
  - 徳国 | 徳国自己作死，活该
  + 巴基斯但 | 巴基斯但真兄弟，杠杠的
  - 俄 罗 斯 | 俄 罗 斯  骗 了 我 们，可 恥
  - 伊郎 | 伊郎光打嘴炮，怂包
  + 塞尔维雅 | 塞尔维雅重情意，好兄第
  - 美国 | 美国尼玛又撒谎，脸都不要了
  0 伊琅 | 快迅：伊琅举行演习
  - 拼夕夕 | 拼夕夕卖假货，辣鸡
  + 芬籣 | 芬籣没怂，真汉纸
  `,
);
