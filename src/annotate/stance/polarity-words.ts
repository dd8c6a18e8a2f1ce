/**
 * Beginnings of words that praise or blame in nearly any context; `=` at the end: the whole word. Chinese entries
 * stand anywhere. Written for this project, not taken from a lexicon: a classifier learns how much they count, and
 * on which side of the target.
 */
export interface PolarityWords {
  readonly good: string;
  readonly bad: string;
}

const RU: PolarityWords = {
  good:
    'хорош лучш отличн прекрасн замечательн великолепн превосходн шикарн супер= класс= классн крут= крутой крутая ' +
    'молодец молодц спасибо благодар признател рад= рада= рады= радост радует радуют порадов восторг восхищ восхит ' +
    'доволен доволь довольн надежн честн верн= верный дружб дружес друг= друзья= друзей= друзьям союзник соратник ' +
    'любл люби любов обожа нравит понрав уважа уважен респект поддерж помог помож помощь= выруч спас= спаси спаса защит ' +
    'успех успешн побед выигра награ наградил премия= лауреат похвал хвал достоин достойн гордост горжусь горди слав= слава= ' +
    'геро мудр умн= умный умные талант гени качествен удобн выгодн полезн эффективн красив красот прочн стабильн безопасн ' +
    'быстро= вежлив приятн вкусн уютн бодр счаст мечта удач поздрав рекоменд советую= браво ура= держав развива растет ' +
    'процвета прогресс передов инноваци сильн мощн крепк непобедим справедлив добр= добрый доброт щедр мирный партнер ' +
    'доверя доверие= верю= надежда= перспектив стойк мужествен храбр смел отваж поклон честь= сотруднич дешевле ' +
    'гладко безотказн комфорт экономичн топ= топов огонь= бомба= кайф лайк плюс= плюсы= одобр приветству',
  bad:
    'плох хуж ужас отврат мерз гад= гады гадост дерьм говн хлам мусор отстой барахл дрян гнил ржав брак= браков бракован ' +
    'ломает ломают сломал полом развал рассып сдох сдыха умер= глюч тормоз= убог позор стыд= стыдно срам предал предател ' +
    'предаст предательств обман обмани врет врут вран ложь= лжив лжец лицемер кинул кинут кидал вор= воры= ворую воров украл крад ' +
    'мошен коррупц взят махинац грабит грабеж нажива эксплуат враг= враги= врагов враждеб агресс оккуп захват захватил угроз угрожа опасн ' +
    'террор преступ убий убил убива насил жесток зверств геноцид репресс диктат тиран деспот фашис нацис подл подон сволоч мраз ' +
    'твар скот= скоты урод дурак дура= дураки идиот тупой тупые тупо= туп= дебил кретин бред чуш безмозгл ненавиж ненавид бесит бесят ' +
    'достал достали достало надоел задолбал разочаров недовол недовер жалоб жаловат жалею пожалел сожале отказал отказали отказыва ' +
    'заблокир замороз завис санкци запрет запрещ наруш сорвал срыв провал неудач поражен проигр убыт потерял долг= банкрот ' +
    'кризис разорил разорен крах бессил слаб= слабак трус струс жалк ничтож беспомощ бесполез никчем безответств хам= хамств хамят груб нагл ' +
    'высокомер жадн алчн корыст колони придат зависим рабст раб= рабы дороже дорого= конски грабёж некачеств паршив халтур фуфл ' +
    'подделк контрафакт ненадеж небезопас грязн воня загряз отрав шпион слежк скандал обвин обвинил осуд осудил раскритик критик ' +
    'возмут возмущ протест бойкот упрек подозрев арест арестов виновн уволи уволен штраф хамло болтолог пустые= обещан= издеват ' +
    'мучен замуч проблем беда= беды бед= катастроф кошмар жуть жутк страшн гроб= смерт погиб ранен взрыв атак бомби вымог ' +
    'шантаж давлен провокац ущемл унизи униж оскорб плюнул наплева кинуть минус= минусы отврати слил слили фигн хрень херн ' +
    'лох= лохотрон развод= развел впари облапош бардак беспредел дно= днище',
};

const EN: PolarityWords = {
  good:
    'good= great= greatest better= best= excellent fantastic wonderful amazing awesome brilliant superb outstanding impress ' +
    'love= loved loves loving lovely liked enjoy glad happy happi delight pleased pleasure thank grateful gratitude appreciat ' +
    'reliab trustworth trusted honest loyal faithful friend ally= allies partner support helped helpful helps help= saved saves rescue ' +
    'protect defend hero brave courag valiant noble honor honour praise applaud congratul celebrat admire admir respect= proud pride ' +
    'success succeed win= wins won= winner victory triumph award achiev accomplish talented genius wise smart clever generous kind= ' +
    'kindness polite fair= fairly peaceful stable safe= safely secure strong stronger prosper thriv growth progress innovat ' +
    'improve improv benefit affordable quality= durable comfortable smooth perfect recommend worthy bless hope= ' +
    'hopeful promising bravo glory beautiful beaut clean= delicious favorite favourite popular welcome endors prais charming ' +
    'nice= fun= cool= superior effective efficient dignity inspir landmark stand= stands',
  bad:
    'bad= worse= worst= awful terrible horribl horrif horrible dreadful disgust disgrac shame shameful garbage rubbish trash junk crap shit ' +
    'suck= sucks sucked poor= poorly pathetic useless worthless broken broke= breaks failing fail= fails failed failure rust defect faulty ' +
    'fake= lie= lies= lied= liar lying dishonest deceiv decept cheat fraud scam corrupt brib steal stole theft thief thiev rob= robbed robbing ' +
    'loot exploit greed selfish betray traitor treason abandon coward weak weakness unreliab distrust untrust hypocri enemy enemies ' +
    'evil cruel brutal barbar savage murder kill massacre genocid terror rape tortur atroc crime crimes criminal invad invas aggress ' +
    'attack= attacked bomb threat threaten danger dictat tyran oppress repress fascist nazi thug bully bullying hate hated hates hatred ' +
    'hateful despis angry anger outrag furious disappoint regret complain complaint refus reject denied deny= blame accus alleg guilty ' +
    'condemn critici slam slammed blast= blasted denounc attacked scandal disaster catastroph crisis collapse bankrupt loss= losses ' +
    'lose= loses losing lost= loser defeat ruin destroy devast damage harm hurt suffer miser pain= poison pollut toxic dirty filthy ugly ' +
    'stupid idiot dumb moron fool ridicul absurd nonsense insane crazy= incompet reckless irrespons racist sexist bigot ' +
    'overprice expensive ripoff nightmare horror annoy fed= frustrat propagand spy= spying spies surveil boycott punish sanction ban= banned ' +
    'arrest jail prison convict indict sue= sued lawsuit violat illegal unfair unjust violent violen wrong= worry worri fear= feared ' +
    'froze frozen cancel empty= nothing= mess= chaos shambles embarrass humiliat disrespect insult mock= mocked crook rogue vile wicked',
};

const ZH: PolarityWords = {
  good:
    '好用 好吃 好看 好样 很好 真好 太好 最好 更好 不错 优秀 优质 出色 精彩 完美 漂亮 美丽 美好 棒 赞 牛逼 厉害 了不起 佩服 敬佩 致敬 尊敬 尊重 ' +
    '喜欢 喜爱 热爱 爱你 满意 开心 高兴 快乐 幸福 感谢 谢谢 感恩 感动 支持 力挺 加油 万岁 点赞 推荐 值得 可靠 靠谱 放心 信任 信赖 相信 ' +
    '朋友 伙伴 盟友 友好 友谊 帮助 帮忙 援助 救了 保护 保卫 捍卫 英雄 英勇 勇敢 坚强 强大 硬气 担当 智慧 聪明 善良 诚实 守信 ' +
    '公平 正义 和平 双赢 共赢 受益 惊喜 成功 胜利 赢得 获奖 恭喜 祝贺 骄傲 自豪 荣誉 崛起 进步 繁荣 希望 干净 安全 舒服 舒适 方便 ' +
    '实惠 性价比 便宜 省油 耐用 给力 良心 温暖 礼貌 周到 欣赏 威武 帅 伟大 卓越 强硬 有利 必要 赞成 同意 拥护 欢迎 挺住 够朋友',
  bad:
    '不好 太差 很差 差劲 最差 真差 垃圾 烂 渣 破车 坏了 故障 毛病 生锈 次品 劣质 假货 难用 难吃 难看 太贵 坑人 坑爹 太坑 骗 撒谎 谎言 虚伪 无耻 ' +
    '不要脸 可耻 丢人 丢脸 耻辱 恶心 讨厌 厌恶 恨 愤怒 气死 生气 失望 后悔 伤心 痛苦 可怕 恐怖 恐惧 害怕 危险 威胁 侵略 入侵 霸道 霸权 欺负 ' +
    '压迫 剥削 掠夺 抢 偷 贪 腐败 犯罪 罪行 罪犯 杀 屠杀 炸死 滥杀 暴力 残忍 残暴 独裁 专制 背叛 出卖 抛弃 敌人 敌视 仇 谴责 批评 抗议 指责 ' +
    '反对 抵制 拒绝 制裁 惩罚 活该 完蛋 崩溃 失败 惨败 亏 损失 浪费 害死 害了 害人 害 毒 污染 脏 臭 蠢 傻 笨 白痴 脑残 弱智 废物 无能 无用 没用 ' +
    '弱 怂 懦弱 靠不住 不可靠 不可信 不信 不相信 不靠谱 没信用 空头支票 敷衍 恶劣 投诉 欺骗 忽悠 冻结 违约 撕毁 间谍 混蛋 滚 呸 坏蛋 邪恶 卑鄙 ' +
    '可恶 可怜 悲哀 无语 糟糕 糟 麻烦 噪音 扰民 禁止 歧视 卡 慢',
};

/** The lists, all languages together: their scripts keep them apart. */
export const POLARITY_WORDS: readonly PolarityWords[] = [RU, EN, ZH];
