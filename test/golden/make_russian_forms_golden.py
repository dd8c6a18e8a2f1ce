"""Golden forms of Russian names. Run: python make_russian_forms_golden.py > russian-forms.json

Needs: pip install pymorphy3 pymorphy3-dicts-ru
The forms come from the dictionary of OpenCorpora (https://opencorpora.org, CC BY-SA 3.0) through pymorphy3. Words that
it does not hold are left out. In a phrase the words marked "=" keep their form, the others agree with each other.
"""

import json
import sys
from importlib.metadata import version

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

# Names of one number: declined in the number in which they are written.
NAMES = """
Россия Китай Индия Турция Иран Израиль Египет Беларусь Украина Польша Германия Франция Италия Испания Португалия
Греция Болгария Румыния Венгрия Чехия Словакия Словения Хорватия Сербия Черногория Албания Македония Молдавия Литва
Латвия Эстония Финляндия Швеция Норвегия Дания Исландия Ирландия Шотландия Англия Великобритания Бельгия Нидерланды
Голландия Австрия Швейцария Люксембург Кипр Мальта Грузия Армения Азербайджан Казахстан Узбекистан Киргизия Таджикистан
Туркмения Афганистан Пакистан Бангладеш Непал Монголия Япония Корея Вьетнам Лаос Камбоджа Таиланд Малайзия Сингапур
Индонезия Филиппины Австралия Канада Мексика Куба Гаити Бразилия Аргентина Чили Перу Колумбия Венесуэла Боливия Эквадор
Уругвай Парагвай Алжир Тунис Марокко Ливия Судан Эфиопия Сомали Кения Танзания Уганда Нигерия Нигер Мали Ангола
Мозамбик Зимбабве Конго Сирия Ирак Иордания Ливан Кувейт Катар Оман Йемен Тайвань Америка Европа Азия Африка Сибирь
Эмираты Штаты Мальдивы Балканы Курилы Москва Пекин Шанхай Ханой Токио Осло Киев Минск Вашингтон Лондон Париж Берлин
Брюссель Анкара Стамбул Тегеран Казань Рязань Тверь Пермь Владивосток Донецк Орёл Липецк Череповец Тибет Кремль
Путин Лавров Песков Токаев Захарова Зеленский Шойгу Лукашенко Медведев Горбачёв Трамп Байден Меркель Эрдоган Юрий
Дмитрий Евгений Сергей Павел Лев
"""

# Words declined in both numbers.
WORDS = """
китаец японец кореец немец испанец украинец американец европеец азербайджанец индиец индонезиец вьетнамец португалец
бразилец ирландец голландец норвежец африканец канадец австралиец чеченец боец отец палец владелец россиянин гражданин
северянин южанин англичанин датчанин армянин христианин мусульманин крестьянин славянин парижанин египтянин киевлянин
татарин болгарин грузин осетин турок поляк чех узбек казах киргиз таджик монгол араб финн швед француз русский рабочий
китаянка японка кореянка немка россиянка турчанка украинка американка девушка копейка ошибка марка сделка поставка
компания корпорация банк завод рынок напиток подарок участок рубль доллар юань евро товар машина автомобиль запчасть
кроссовер беспилотник ракета санкция пошлина граница посол министр президент премьер правительство министерство
посольство партия армия война мир союз альянс сосед партнёр друг враг союзник соперник инвестор поставщик производитель
дилер продавец покупатель турист студент рабочий земля песня башня статья семья огонь уголь день камень ливень орёл
козёл осёл костёр узел котёнок цыплёнок китайский японский последний соседний дорогой горячий хороший простой военный
сценарий критерий герой трамвай музей край месяц принц платёж врач
"""

PHRASES = """
Северная Корея|Южная Корея|Саудовская Аравия|Южная Осетия|Новая Зеландия|Дальний Восток
Ближний Восток|Нижний Новгород|Великий Новгород|Белый дом|Российская Федерация|Европейский союз|Соединённые Штаты
Соединённые Штаты =Америки|Китайская =Народная =Республика|Народный банк =Китая|Банк =Китая|Президент =России
Министерство =обороны|Министерство =иностранных =дел|Центральный банк =Турции|Страна =восходящего =солнца
Общество =Красного =Креста|китайский автомобиль|китайская машина|китайский товар|российский рубль|партия =войны
машина =из =Китая|Босния =и Герцеговина|Владимир Путин|Объединённые =Арабские Эмираты|Коммунистическая партия =Китая
"""

NAME = {"Geox", "Name", "Surn", "Orgn"}
NOT_POSITIVE = {"Supr", "Cmp2", "V-oy"}

morph = pymorphy3.MorphAnalyzer()


def parses(word):
    """Readings of a known word as a noun or an adjective in the nominative, the surest first."""
    found = [
        p
        for p in morph.parse(word)
        if p.is_known and "nomn" in p.tag and ({"NOUN"} & set(p.tag.grammemes) or "ADJF" in p.tag)
    ]
    names = [p for p in found if NAME & set(p.tag.grammemes)]
    if word[0].isupper() and names:
        return names
    common = [p for p in found if p not in names] or found
    return [p for p in common if "Fixd" in p.tag or "ADJF" in p.tag] or common


def cased(word, pattern):
    return word[0].upper() + word[1:] if pattern[0].isupper() else word


def inflected(word, case, number, noun=None):
    best = parses(word)[0]
    wanted = {case, number}
    if "ADJF" in best.tag and noun is not None:
        wanted |= {noun.gender} if number == "sing" else set()
        wanted |= {noun.animacy} if case == "accs" and noun.gender != "femn" else set()
    form = best.inflect(wanted)
    return None if form is None else cased(form.word, word)


def forms_of_word(word, numbers):
    best = parses(word)[0]
    if "ADJF" in best.tag:
        full = [f for f in best.lexeme if "ADJF" in f.tag and not NOT_POSITIVE & set(f.tag.grammemes)]
        return {cased(f.word, word) for f in full}
    return {f for number in numbers for case in CASES if (f := inflected(word, case, number)) is not None}


def forms_of_phrase(phrase):
    words = phrase.split()
    moving = [w for w in words if not w.startswith("=")]
    if any(not parses(w) for w in moving):
        return None
    nouns = [parses(w)[0] for w in moving if "NOUN" in parses(w)[0].tag]
    if not nouns:
        return None
    number = nouns[0].tag.number
    forms = set()
    for case in CASES:
        done = [w[1:] if w.startswith("=") else inflected(w, case, number, nouns[0].tag) for w in words]
        if None not in done:
            forms.add(" ".join(done))
    return forms


entries = {}
for word in NAMES.split():
    if parses(word):
        entries[word] = forms_of_word(word, (parses(word)[0].tag.number,))
for word in WORDS.split():
    if parses(word):
        entries[word] = forms_of_word(word, ("sing", "plur"))
for phrase in PHRASES.replace("\n", "|").split("|"):
    if phrase and (forms := forms_of_phrase(phrase)):
        entries[phrase.replace("=", "")] = forms

print(
    json.dumps(
        {
            "made_with": {n: version(n) for n in ("pymorphy3", "pymorphy3-dicts-ru")},
            "source": "OpenCorpora dictionary, https://opencorpora.org, CC BY-SA 3.0",
            "forms": {name: sorted(forms) for name, forms in entries.items()},
        },
        ensure_ascii=False,
        indent=1,
    )
)
print(len(entries), sum(map(len, entries.values())), file=sys.stderr)
