/** Russian code words: word | target | tone | where it is in use | longer words that are something else. */
export const CODE_WORDS_RU = `
Поднебесная | china | neutral | press
Срединная империя | china | neutral | blogs
Срединное государство | china | neutral | blogs
КНР | china | neutral | press
партнёры из-за Амура | china | neutral | telegram
соседи за Амуром | china | neutral | telegram
заамурский сосед | china | neutral | telegram
Пекин | china | neutral | press | собака пекин
Чайна | china | neutral ambiguous | forums | =чайной
Кетай | china | pejorative | imageboards
китаёзы | china | pejorative | comments
узкоглазые | china | pejorative | comments
желтолицые | china | pejorative | comments
китаепром | china-cars | pejorative | car-forums
китаемобиль | china-cars | pejorative | car-forums
китайчонок | china-cars | neutral | car-forums
товарищ Си | xi | neutral | telegram
дедушка Си | xi | neutral | comments
председатель Си | xi | neutral | press
дядюшка Си | xi | neutral | comments
Пиндосия | usa | pejorative | comments
пиндосы | usa | pejorative | comments
пендосы | usa | pejorative | comments
америкосы | usa | pejorative | comments
Омерика | usa | pejorative | imageboards
Штаты | usa | neutral ambiguous | forums | штаты сотрудников, раздутые штаты, штаты министерств, =штат
дядя Сэм | usa | neutral | blogs
заокеанские партнёры | usa | neutral | press
вашингтонский обком | usa | pejorative | telegram
матрасники | usa | pejorative | imageboards | наматрасники
мировой жандарм | usa | pejorative | press
Гейропа | europe | pejorative | comments
Еврорейх | europe | pejorative | telegram
Старый Свет | europe | neutral | press | старый свет погас
еврочиновники | europe | neutral | press
Туманный Альбион | uk | neutral | press
наглосаксы | uk | pejorative | telegram
мелкобритания | uk | pejorative | comments
бритты | uk | neutral | comments | бритты-коты, кот-бритт
англичанка гадит | uk | pejorative | comments
немчура | germany | pejorative | comments
ФРГ | germany | neutral | press
Неметчина | germany | neutral | blogs
бундесы | germany | neutral | forums
лягушатники | france | pejorative ambiguous | comments | детские лягушатники, детский лягушатник
Макрошка | macron | pejorative | comments
Мокрон | macron | pejorative | imageboards
Страна восходящего солнца | japan | neutral | press
япошки | japan | pejorative | comments
джапы | japan | pejorative | imageboards
япошка | japan-cars | neutral | car-forums
праворукая | japan-cars | neutral | car-forums
Страна утренней свежести | korea | neutral | press
кореянка | korea-cars | neutral ambiguous | car-forums | девушка-кореянка, кореянка по национальности
КНДР | north-korea | neutral | press
страна чучхе | north-korea | neutral | telegram
товарищ Ким | kim | neutral | telegram
пухлый Ким | kim | pejorative | comments
Бхарат | india | neutral | press
рупийцы | india | pejorative | telegram
Турляндия | turkey | neutral | forums
янычары | turkey | pejorative ambiguous | comments | янычары при султане, корпус янычар
туретчина | turkey | pejorative | comments
томатный султан | erdogan | pejorative | telegram
Эрдо | erdogan | neutral | comments
стамбульский посредник | turkey | neutral | telegram
хохляндия | ukraine | pejorative | comments
хохлы | ukraine | pejorative | comments
укропы | ukraine | pejorative ambiguous | military-blogs | пучок укропа, укроп и петрушк*, укропа и петрушки, семена укропа
укры | ukraine | pejorative | military-blogs | =укр, укр почта
нэзалэжная | ukraine | pejorative | comments
незалежная | ukraine | neutral | press
страна 404 | ukraine | pejorative | telegram
салорейх | ukraine | pejorative | imageboards
бандеровцы | ukraine | pejorative | telegram
майдауны | ukraine | pejorative | comments
Зеля | zelensky | pejorative ambiguous | comments
бубочка | zelensky | pejorative ambiguous | telegram
Зелебоба | zelensky | pejorative | imageboards
Рашка | russia | pejorative | comments | Рашка Неманья
Раша | russia | pejorative | imageboards | Наша Раша, =раш
Эрэфия | russia | pejorative | blogs
РФ | russia | neutral | press
Россиюшка | russia | neutral | comments
русня | russia | pejorative | imageboards
рашисты | russia | pejorative | telegram
московиты | russia | pejorative | telegram
кацапы | russia | pejorative | comments
ватники | russia | pejorative ambiguous | comments | старые ватники, ватники и валенки, зэки в ватниках
лаптеногие | russia | pejorative | imageboards
Мордор | russia | pejorative ambiguous | comments | Мордор Толкина, Мордор у Толкина, Фродо идёт в Мордор
орки | russia-army | pejorative ambiguous | telegram | орки и эльфы, эльфы и орки, орки в игре
белорашка | belarus | pejorative | imageboards
Пыня | putin | pejorative | imageboards
Путлер | putin | pejorative | comments
бункерный дед | putin | pejorative | telegram
бункерный | putin | pejorative ambiguous | telegram | бункерный завод, бункерный комплекс, бункерный шинок
Темнейший | putin | neutral ambiguous | blogs | темнейший час, темнейший угол
Солнцеликий | putin | pejorative | comments
национальный лидер | putin | neutral | press | национальный лидер туркмен*
Димон | medvedev | pejorative ambiguous | comments | мой друг Димон, сосед Димон, Димон из
айфончик | medvedev | pejorative ambiguous | blogs | новый айфончик, купил айфончик
кооператив Озеро | putin | pejorative | press
Батька | lukashenko | neutral ambiguous | comments | мой батька, наш батька Махно, батька Махно, его батька
Бацька | lukashenko | neutral | telegram
картофельный фюрер | lukashenko | pejorative | comments
Синеокая | belarus | neutral ambiguous | press | синеокая девушка, синеокая красавица
Бульбаландия | belarus | pejorative | comments
бульбаши | belarus | pejorative | comments
Сонный Джо | biden | pejorative | telegram
дедушка Джо | biden | neutral | comments
самоходный дед | biden | pejorative | imageboards
Донни | trump | neutral ambiguous | comments | Донни Йен, Донни Дарко
Трампушка | trump | neutral | comments
Трампыч | trump | neutral | telegram
СВО | war | neutral | press
спецоперация | war | neutral ambiguous | press | спецоперация полиции, спецоперация против браконьеров, спецоперация таможни
за ленточкой | war | neutral | military-blogs
эсвэо | war | neutral | comments
великая спецуха | war | pejorative | imageboards
могилизация | mobilization | pejorative | telegram
чмобики | mobilization | pejorative | imageboards
двухсотые | losses | neutral ambiguous | military-blogs
трёхсотые | losses | neutral ambiguous | military-blogs
мясные штурмы | war | pejorative | military-blogs
ленточка фронта | war | neutral | military-blogs
хлопок газа | explosion | neutral | press
отрицательный рост | decline | neutral | press
санкционка | sanctions | neutral | comments
рестрикции | sanctions | neutral ambiguous | press | эндонуклеазы рестрикции, сайт рестрикции, рестрикции ДНК
ограничительные меры | sanctions | neutral | press | ограничительные меры по гриппу
санкции из ада | sanctions | pejorative | press
параллельный импорт | sanctions | neutral | press
импортозамещайка | import-substitution | pejorative | comments
импортозапрещение | import-substitution | pejorative | blogs
чебурнет | internet-block | pejorative | forums
коллективный Запад | west | neutral | press
недружественные страны | west | neutral | press
Хавал | haval | neutral | car-forums
Хавейл | haval | neutral | car-forums
Ховал | haval | neutral | car-forums | не ховал
Чери | chery | neutral | car-forums | Чери Блэр
Черри | chery | neutral ambiguous | car-forums | помидоры черри, помидорки черри, томаты черри, с черри
Джили | geely | neutral | car-forums
Омодка | omoda | neutral | car-forums
Экзид | exeed | neutral | car-forums
Эксид | exeed | neutral | car-forums
Чанъань | changan | neutral | car-forums | древний Чанъань, столица Чанъань
Чанган | changan | neutral | car-forums
Джейку | jaecoo | neutral | car-forums
Жижа | jaecoo | pejorative ambiguous | car-forums | навозная жижа, жижа для вейпа, болотная жижа
Лисян | li-auto | neutral | car-forums
Лишка | li-auto | neutral ambiguous | car-forums
Зикр | zeekr | neutral ambiguous | car-forums | совершать зикр, суфийский зикр, читает зикр
Бид Хан | byd | neutral | car-forums
Джетур | jetour | neutral | car-forums
тазик | lada | pejorative ambiguous | car-forums | тазик с водой, тазик для, в тазик*, из тазика, полный тазик
жигуль | lada | neutral | car-forums
автотаз | lada | pejorative | car-forums
Бэха | bmw | neutral ambiguous | car-forums
мерин | mercedes | neutral ambiguous | car-forums | сивый мерин, старый мерин, гнедой мерин
Тойка | toyota | neutral ambiguous | car-forums
Крузак | toyota | neutral ambiguous | car-forums
Сбер | sber | neutral | banking-forums
зелёный банк | sber | neutral ambiguous | banking-forums
сберкасса | sber | neutral | comments
Тинёк | tbank | neutral | banking-forums
Тинькофф | tbank | neutral | banking-forums | Олег Тинькофф
жёлтый банк | tbank | neutral ambiguous | banking-forums
ВТБшка | vtb | neutral | banking-forums
Райф | raiffeisen | neutral | banking-forums | Райф Спа
ВБ | wildberries | neutral | comments
Алишка | aliexpress | neutral | forums
Сяоми | xiaomi | neutral | forums
Сяомка | xiaomi | neutral | forums
Хуавей | huawei | neutral | forums
яблокофон | iphone | neutral | forums
ведроид | android | pejorative | forums
Потеря России | russian-post | pejorative | comments
деревянные рубли | rouble | pejorative | comments
деревянный рубль | rouble | pejorative | press
`;
