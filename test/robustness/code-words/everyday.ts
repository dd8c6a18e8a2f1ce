/**
 * Everyday sentences about other things, written after the code words and their excludes and not used to choose them:
 * no code word is meant in any of them.
 */
export const EVERYDAY_SENTENCES = `
У бабушки в деревне гуси и батька всё чинит сам
Сивый мерин жевал сено у ворот
Набери воды в тазик и помой ноги
Сократили штаты на четверть, уволили и бухгалтера
В старых ватниках было теплее, чем в пуховиках
Орки штурмуют крепость во второй серии
Двухсотые номера автобусов отменили
Димон, привет, когда на рыбалку?
Салат с томатами и укропом, соль по вкусу
Мой сосед Батька Иваныч пошутил
Самовар поставили, Зеля пришла с пирогом
Тойка и Белка, две собаки, спят под крыльцом
Туманный альбом с фотографиями Шотландии
Жижа в канаве замёрзла
В пресной воде чернобыльник не растёт
Сберегли тепло, заклеив окна
Зелёный банк данных для садоводов заработал
Бэха по паспорту Белла, так зовут кошку
Кореянка вышла в финал по стрельбе
Полицейская спецоперация завершилась задержанием
Ленточки разрезали в полдень
Янычары носили высокие шапки, сказал экскурсовод
В бассейне есть лягушатник для малышей
Мировому судье и жандарму посвящена глава
Рейф катался на лыжах
Параллельный перенос векторов, параграф пятый
Темнейший оттенок синего называется индиго
Райфл-клуб набирает новичков
Фильм про Донни и его кролика
Крузак Иван Петрович преподаёт физику
He yanks weeds out all morning
The orcs in that film look cheap
Grind the beef in a meat grinder twice
My daughter wants an Elmo cake
Cartographers drew Mordor with a ruler
The squid, a vampire squid, has glowing arms
Local mullahs led the funeral prayer
MBS prices slipped on rate fears
A man in an orange vest, the orange man, waved us on
Best Korean barbecue in town, they say
We sell duck, goose and Muscovy hens
Bharat Kumar plays the tabla
The lake has a hermit who calls it his kingdom
Join us at the Kremlin restaurant for dinner
Uncle Sammy gave me his watch
Put the ball on the yellow mat
Deutschland is the title of a song by that band
My cousin Bibi teaches piano
Nippon-style paper lamps for sale
Drum pads and an orange amp
The sleepy joey hid in the pouch
Ksar is a fortified village
Old continental breakfast, six pounds
Her pet muskrat escaped
They measured the entity lists in the database
A three day warning was issued
Red china plates from her grandmother
The middle kingdom of ants under the oak
Blighted potatoes were thrown away
A tired hegemony of ideas
邻居家的大鹅又咬人了
冬天去哈尔滨看北极熊表演
孩子把熊大玩偶抱着睡
毛衣上的毛子粘了一裤子
她二毛五买的，早年的价钱
东大附中今年招生
战国时赵国在今天的河北
绞肉机记得拆开洗
下午茶配马卡龙和红茶
汉斯是我的德语老师
两口子的小日子挺滋润
院里放着两根棒子
三哥，帮我带瓶酱油
阿三是我们村的木匠
医生让多吃粗粮少吃肉
房贷断供三个月了
街机厅里有水果机
别摸我的键盘
操场跑了四个圈
大奔波了一天，累
夏天太阳很晚才下去，几乎日不落
养蜂人说那人就是根搅屎棍
天竺少女这首歌真好听
霓虹灯把街照亮
建行人道的工程下月开工
新建行车道月底通车
学校招行政助理两名
他练就百毒不入的身子
猪厂排污被罚
度娘娘庙在村东
养老美名远扬
最美帝王蟹一只八百
大米国标有新规
我懂王阿姨的意思
自带英语字幕
古老仙山云雾缭绕
花为谁开
方法鸡毛蒜皮
某宝石鉴定中心
灯塔国庆期间开放
漂亮国色牡丹
反腐国际会议召开
`;
