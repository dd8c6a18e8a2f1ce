/** Chinese code words: word | target | tone | where it is in use | longer words that are something else. */
export const CODE_WORDS_ZH = `
毛子 | russia | pejorative ambiguous | weibo | 羊毛子公司, 皮毛子, 羽毛子, 毛毛子
老毛子 | russia | pejorative | tieba
俄爹 | russia | pejorative | zhihu
大鹅 | russia | pejorative ambiguous | weibo | 养大鹅, 炖大鹅, 大鹅肉, 大鹅蛋, 只大鹅, 大鹅腿, 加拿大鹅
鹅国 | russia | neutral | weibo | 企鹅国
毛熊 | russia | neutral ambiguous | weibo | 长毛熊, 绒毛熊, 毛毛熊
北极熊 | russia | neutral ambiguous | zhihu | 北极熊幼崽, 北极熊栖息, 动物园北极熊, 只北极熊, 北极熊馆
熊大 | russia | neutral ambiguous | weibo | 熊大熊二, 狗熊大, 熊大和熊二
战斗民族 | russia | neutral | weibo
罗刹国 | russia | pejorative | tieba
露西亚 | russia | neutral | tieba | 露西亚·, 圣露西亚
俄国佬 | russia | pejorative | zhihu
沙俄 | russia | neutral | zhihu
大毛 | russia | neutral ambiguous | weibo | 大毛衣, 大毛病, 大毛笔, 大毛巾, 大毛利
俄孝子 | pro-russian | pejorative | zhihu
精俄 | pro-russian | pejorative | zhihu | 精俄罗斯
北方邻居 | russia | neutral | press
鹅军 | russia-army | pejorative | weibo | 企鹅军团
露军 | russia-army | neutral | tieba
克宫 | russia | neutral | press | 马克宫, 巴克宫, 马克宫
克里姆林宫 | russia | neutral | press
普大帝 | putin | neutral | weibo | 科普大帝
普京大帝 | putin | neutral | weibo
普帝 | putin | neutral | weibo | 吉普帝
光头普 | putin | pejorative | tieba | 光头普遍, 光头普通
弗拉基米尔 | putin | neutral ambiguous | weibo | 弗拉基米尔市, 弗拉基米尔州, 弗拉基米尔大公
瓦洛佳 | putin | neutral | zhihu
特别军事行动 | war | neutral | press
特军行动 | war | neutral | weibo
特操 | war | pejorative ambiguous | tieba | 特操作, 独特操作
俄乌冲突 | war | neutral | press
绞肉机 | war | pejorative ambiguous | weibo | 家用绞肉机, 电动绞肉机, 台绞肉机, 厨房绞肉机
大毛二毛 | war | neutral | weibo
二毛 | ukraine | pejorative ambiguous | weibo | 十二毛, 毛二毛, 二毛钱
乌克烂 | ukraine | pejorative | tieba
乌贼兰 | ukraine | pejorative | tieba
404国 | ukraine | pejorative | tieba | 404国道
泽圣 | zelensky | pejorative | weibo | 恩泽圣
泽连死机 | zelensky | pejorative | tieba
小泽司机 | zelensky | pejorative | weibo
天朝 | china | neutral | weibo | 天朝上, 今天朝, 昨天朝, 明天朝, 每天朝, 天天朝, 太平天国天朝
兲朝 | china | pejorative | twitter
种花家 | china | neutral | weibo | 爱种花家, 喜欢种花家
赵国 | china | pejorative ambiguous | twitter | 战国赵国, 赵国都城, 赵国大将, 赵国栋, 赵国邯郸
西朝鲜 | china | pejorative | twitter
墙国 | china | pejorative | twitter
我兔 | china | neutral | weibo | 我兔子
东大 | china | neutral ambiguous | weibo | 东大门, 东大街, 东大学, 山东大, 广东大, 华东大, 辽东大, 东大桥, 东大校
土共 | china | pejorative | tieba | 水土共, 沃土共
习大大 | xi | neutral | weibo | 练习大大, 学习大大, 复习大大
米国 | usa | neutral ambiguous | weibo | 玉米国, 虾米国, 大米国, 小米国, 厘米国, 毫米国, 纳米国
美帝 | usa | pejorative | weibo | 最美帝
漂亮国 | usa | neutral | weibo | 漂亮国画, 漂亮国旗, 漂亮国货
灯塔国 | usa | pejorative | weibo | 灯塔国际, 灯塔国家
丑国 | usa | pejorative | weibo | 小丑国王
霉国 | usa | pejorative | weibo | 发霉国
美丽国 | usa | pejorative | weibo | 美丽国度
老美 | usa | neutral | weibo | 养老美, 古老美, 养老美好, 老美美
鹰酱 | usa | neutral | weibo
山姆大叔 | usa | neutral | press
阿美莉卡 | usa | pejorative | weibo
川普 | trump | neutral | weibo | 四川普通话, 川普话, 说川普
懂王 | trump | pejorative ambiguous | weibo | 看懂王, 懂王者, 读懂王
川建国 | trump | pejorative | weibo | 四川建国
建国同志 | trump | pejorative | weibo | 王建国同志, 张建国同志, 李建国同志, 刘建国同志
特没谱 | trump | pejorative | weibo
睡王 | biden | pejorative | weibo | 睡王子, 沉睡王
拜振华 | biden | pejorative | weibo
腐国 | uk | neutral | weibo | 反腐国家, 防腐国标
带英 | uk | pejorative | weibo | 自带英, 附带英, 领带英, 磁带英, 附带英文
日不落 | uk | neutral ambiguous | zhihu | 今日不落, 夏日不落, 蔡依林日不落, 每日不落
搅屎棍 | uk | pejorative ambiguous | weibo | 他是搅屎棍, 办公室搅屎棍
高卢鸡 | france | neutral | zhihu | 法国队高卢鸡
法鸡 | france | pejorative | weibo | 做法鸡, 方法鸡, 吃法鸡
马卡龙 | macron | pejorative ambiguous | weibo | 马卡龙色, 吃马卡龙, 做马卡龙, 盒马卡龙, 马卡龙甜点
汉斯 | germany | neutral ambiguous | weibo | 汉斯·, 汉斯季默, 猫汉斯, 武汉斯, 格林汉斯
德意志 | germany | neutral | press | 德意志银行, 德意志交易所, 德意志安魂曲
默大妈 | merkel | neutral | weibo | 沉默大妈, 幽默大妈
欧爹 | europe | pejorative | zhihu
霓虹国 | japan | neutral | weibo
小日子 | japan | pejorative ambiguous | weibo | 过小日子, 过好小日子, 小日子过得, 小日子红火, 小日子越过, 自己的小日子
脚盆鸡 | japan | pejorative | tieba
小日本 | japan | pejorative | weibo
本子国 | japan | pejorative | tieba | 日记本子国
樱花国 | japan | neutral | weibo | 樱花国际
泡菜国 | korea | pejorative | weibo | 泡菜国标, 泡菜国家
棒子 | korea | pejorative ambiguous | weibo | 玉米棒子, 苞米棒子, 根棒子, 老棒子, 棒子面, 棒子骨, 拿棒子
宇宙国 | korea | pejorative | weibo | 宇宙国际
南棒 | korea | pejorative | tieba | 指南棒
思密达 | korea | pejorative | weibo
北棒 | north-korea | pejorative | tieba | 东北棒, 河北棒, 湖北棒
三胖 | kim | pejorative | weibo | 减三胖, 三胖子
鑫胖 | kim | pejorative | tieba
阿三 | india | pejorative ambiguous | weibo | 阿三姐, 阿三家, 阿三生煎
三哥 | india | pejorative ambiguous | weibo | 我三哥, 你三哥, 他三哥, 赵三哥, 刘三哥, 拼命三哥, 三哥三嫂
开挂民族 | india | neutral | weibo | 打开挂民族
天竺 | india | neutral ambiguous | zhihu | 天竺葵, 天竺鼠, 天竺路, 天竺镇, 上天竺, 后沙峪天竺
莫大师 | modi | neutral | weibo | 索莫大师
老仙 | modi | neutral ambiguous | tieba | 老仙女, 养老仙, 老仙儿
越猴 | vietnam | pejorative | tieba | 翻越猴
湾湾 | taiwan | neutral | weibo | 弯弯湾湾, 港湾湾, 海湾湾
呆湾 | taiwan | pejorative | weibo
蛙岛 | taiwan | pejorative | weibo | 青蛙岛
鬼岛 | taiwan | pejorative | tieba | 鬼岛桃太郎, 恶鬼岛
巴铁 | pakistan | neutral | weibo | 巴铁公交, 古巴铁路, 黑巴铁
突厥国 | turkey | pejorative | tieba
埃苏丹 | erdogan | pejorative | weibo
波斯 | iran | neutral ambiguous | zhihu | 波斯猫, 波斯菊, 波斯湾, 波斯地毯, 波斯顿
狗大户 | saudi-arabia | neutral ambiguous | weibo | 中东狗大户联, 养狗大户
以色劣 | israel | pejorative | weibo
哈国 | kazakhstan | neutral | forums | 哈哈国
卢大叔 | lukashenko | neutral | weibo
塞铁 | serbia | neutral | weibo | 塞铁路, 塞铁丝
卡脖子 | sanctions | neutral | press | 发卡脖子
长臂管辖 | sanctions | pejorative | press
实体清单 | sanctions | neutral | press
极限施压 | sanctions | pejorative | press
断供 | sanctions | neutral ambiguous | press | 房贷断供, 断供房, 月供断供, 业主断供
菊厂 | huawei | neutral | zhihu | 菊花厂, 雏菊厂
花为 | huawei | neutral ambiguous | weibo | 以花为, 开花为, 棉花为, 花为媒, 花为伴
粗粮 | xiaomi | neutral ambiguous | weibo | 五谷粗粮, 吃粗粮, 粗粮馒头, 杂粮粗粮, 粗粮面
雷布斯 | lei-jun | neutral | weibo
鹅厂 | tencent | neutral | zhihu | 养鹅厂, 天鹅厂
猪厂 | netease | neutral ambiguous | zhihu | 养猪厂, 生猪厂, 杀猪厂
狗东 | jd | neutral | weibo | 狗东张西望, 狗东西
拼夕夕 | pinduoduo | pejorative | weibo
某宝 | taobao | neutral ambiguous | weibo | 某宝马, 某宝宝
桃宝 | taobao | neutral | weibo | 桃宝宝
阿里爸爸 | alibaba | neutral | zhihu
百毒 | baidu | pejorative ambiguous | weibo | 百毒不侵, 百毒丹, 中百毒
度娘 | baidu | neutral | weibo | 印度娘, 程度娘
渣浪 | weibo | pejorative | weibo | 残渣浪费
水果机 | iphone | neutral ambiguous | forums | 水果机游戏, 水果机老虎机
三丧 | samsung | pejorative | weibo | 三丧事
大奔 | mercedes | neutral ambiguous | car-forums | 大奔走, 大奔跑, 大奔波
别摸我 | bmw | neutral ambiguous | car-forums | 你别摸我, 请别摸我, 别摸我头
四个圈 | audi | neutral ambiguous | car-forums | 画四个圈, 跑四个圈, 四个圈圈
牛头标 | toyota | neutral | car-forums
迪子 | byd | pejorative | car-forums | 笛迪子, 启迪子
迪王 | byd | neutral | car-forums | 甘迪王, 布迪王子, 迪王子
冰箱彩电大沙发 | li-auto | pejorative | car-forums
保时米 | xiaomi-car | pejorative | car-forums
神车五菱 | wuling | neutral | car-forums
招行 | cmb | neutral ambiguous | banking-forums | 招行政, 招行李员, 招行业
宇宙行 | icbc | neutral | banking-forums | 宇宙行星, 宇宙行走
建行 | ccb | neutral ambiguous | banking-forums | 新建行, 筹建行, 修建行
`;

/** What follows a word in -国 when 国 begins the next word instead: 灯塔 | 国庆节, 反腐 | 国际. */
export const WORDS_FROM_GUO = [
  '庆期',
  '庆节',
  '庆假',
  '庆长',
  '际',
  '家',
  '色',
  '道',
  '标',
  '宝',
  '画',
  '货',
] as const;
