/** So common that nearly every sentence has some: words of Cyrillic languages, short ones mostly. */
export const CYRILLIC_WORDS: Readonly<Record<string, string>> = {
  ru: `и в не на я что с это а как у по но за к из так же то бы вы мы ты он она они оно все всё его её ее их от для о
    если уже или ни да нет был была было были будет быть есть ещё еще меня мне тебя тебе нас нам вас вам кто где когда
    там тут здесь только очень чтобы просто может надо можно себя себе который которые которая которых этого этой этот
    эта эти этом того тот том тем чем чего ничего потом после перед без при над под про через вообще сейчас теперь
    сегодня вчера завтра почему потому тоже также даже ли ну вот раз два год года лет время человек люди людей день сам
    сама один одна много мало более менее хорошо плохо спасибо хочу могу знаю нужно россии россия страны страна стал
    стала стало лучше больше меньше всех всем всего со во ко об мой моя мое мои твой твоя свой свои наш наши ваш какой
    какая какие куда до такой такие такое снова опять пока пусть хоть хотя нибудь него нее ней ним них кого кому ага
    давай блин лол бля пиздец хуй ебать нахуй кстати вроде типа короче ладно привет пожалуйста утро утра доброе ночи
    сколько зачем против между около года`,
  uk: `і в не на я що з це а як у по але за до із так же то би ви ми ти він вона вони воно все його її їх від для про
    якщо вже або ні та був була було були буде бути є ще мене мені тебе тобі нас нам вас вам хто де коли там тут тільки
    дуже щоб просто може треба можна себе який які яка яких якої цього цей ця ці цьому того той тим чим чого нічого
    потім після перед без при над під через взагалі зараз тепер сьогодні вчора завтра чому тому також навіть чи ну ось
    раз рік років час людина люди людей день сам один багато мало більше менше добре дякую хочу знаю потрібно україни
    україна й зі якби хай нехай мій моя моє мої твій свій наш наші ваш така такий такі знову поки хоча проти між між
    якась щось хтось котрий нього неї них кого кому будь ласка привіт`,
  be: `і ў не на я што з гэта а як у па але за да із так жа то бы вы мы ты ён яна яны яно усё яго яе іх ад для пра калі
    ужо ці не быў была было былі будзе быць ёсць яшчэ мяне мне цябе табе нас нам вас вам хто дзе там тут толькі вельмі
    каб проста можа трэба можна сябе які якая якія якіх гэтага гэты гэтай гэтым таго той тым чым чаго нічога потым
    пасля перад без пры над пад праз цяпер зараз сёння учора заўтра чаму таму таксама нават вось раз год гадоў час
    чалавек людзі людзей дзень адзін шмат больш менш добра дзякуй беларусі мой мая мае свой наш нашы`,
  bg: `и в не на аз че с това а като у по но за към от така да ли бих вие ние ти той тя те то всички всичко него нея го
    я му ги се си е са съм сме сте беше бяха бил била било били ще бъде има няма още мен мене ми теб тебе нас ни вас ви
    кой къде кога там тук само много за просто може трябва себе който която което които този тази тези онзи чрез след
    пред без при над под през сега днес вчера утре защо защото също дори ами ето път година години време човек хора
    хората ден сам един една едно две най добре повече малко благодаря искам мога знам със във до или както когато ако
    обаче между върху около според преди българия моя моят мой твой негова свои нашите`,
  mk: `и во не на јас што со ова а како по но за кон од така да ли би вие ние ти тој таа тие тоа сите се го ја му им ги
    сум си сме сте беше беа бил била било биле ќе биде има нема уште мене ми тебе те нас ни вас ви кој каде кога таму
    тука само многу за може треба себе која кое кои овој оваа овие преку после пред без при над под сега денес вчера
    утре зошто затоа исто дури ете пат година години време човек луѓе ден еден една едно две повеќе малку добро сакам
    знам или ако меѓу според околу македонија од до беше нивните неговата својата`,
  sr: `и у не на ја што са ово а како по али за ка од тако да ли би ви ми ти он она они оно све се га је ју му јој им их
    сам си смо сте су био била било били биће бити има нема још мене мени теби нас нам вас вам ко где када тамо ту само
    врло за може треба себе који која које којих овај ова ови преко после пре без при над под кроз сада данас јуче
    сутра зашто зато такође чак ево пут година године време човек људи дан један једна једно два више мање добро хвала
    хоћу знам или ако између према око србија србије ће ћу свој његов која до`,
  kk: `және мен бұл бір да де үшін деп осы сол ол оның олар біз сіз бар жоқ емес еді екен болып болды болған болады керек
    мүмкін қазақ қазақстан туралы кейін дейін бойынша көп ең сондай енді тек ғана ма ме ба бе па пе пен бен жылы жыл
    адам өз өзі сен маған саған қалай неге кім не қандай барлық арқылы`,
  mn: `нь байна юм бол гэж ба болон энэ тэр нэг хоёр би чи тэд бид та байсан байгаа гэсэн ч дээр дотор тухай монгол улс
    улсын хүн жил өдөр их олон биш үгүй гэдэг гэх юу ямар манай бүх хийх ажил`,
  ky: `жана менен бул бир үчүн деп ошол ал анын алар биз сиз бар жок эмес эле экен болуп болгон болот керек кыргыз
    кыргызстан тууралуу кийин чейин боюнча көп эң азыр гана жылы адам өз кандай эмне`,
};

/** The same for languages in Latin letters, without those letters that would decide alone. */
export const LATIN_WORDS: Readonly<Record<string, string>> = {
  en: `the and of to is are that this with for you it have not what from they was were be by my your just about will can
    but all how who would there been more our when has its if his her their get got out up like now over after should
    could people than because don doesn didn isn can't won going know think want need make good really still even only
    into some any other which where why then them him she he we us these those being does did had may might must never
    always today tomorrow yesterday here very much too also before between again against make made says said see new
    one two first last year years day time back off down right way love please thanks thank great best every same while
    through i'm it's an at as or so on in do no me i`,
  de: `der die das und ist nicht ich du er sie es wir ihr den dem des ein eine einen einem einer mit auf für von zu im
    in an auch als aber wie so wenn dass daß noch nur nach bei aus sich sind war waren hat habe haben wird werden kann
    mehr schon sehr über um vor zum zur durch man oder was wer wo warum mein dein sein kein keine immer wieder heute
    jetzt hier da doch mal ja nein gegen unter zwischen weil diese dieser dieses`,
  fr: `le la les de des du un une et est que qui ne pas je tu il elle nous vous ils elles on ce cette ces dans pour par
    sur avec au aux en plus mais ou où son sa ses leur leurs mon ma mes ton ta tes se si tout tous comme être avoir
    fait été sont ont était avait même aussi bien très sans sous entre après avant c'est j'ai n'est d'un d'une qu'il
    quand pourquoi parce encore toujours jamais rien faire peut`,
  es: `el la los las de del un una unos unas y es que no en por para con se su sus al lo como más pero este esta estos
    estas ese esa eso mi tu te me le les nos ya o ha han fue ser son era está están hay muy sin sobre también todo
    todos cuando donde quien porque entre desde hasta nada solo si yo él ella nosotros ellos qué cómo hoy ahora
    siempre nunca bien gracias años hacer puede`,
  it: `il lo la gli le di del della dei delle un una uno e è che non in per con si su sul al alla come più ma questo
    questa questi queste quello mio tuo suo mi ti ci vi ne o ha hanno sono era essere molto senza sopra anche tutto
    tutti quando dove chi perché tra fra dal dalla nel nella fino niente solo se io lei noi loro cosa oggi ora sempre
    mai bene grazie anni fare può`,
  pt: `o a os as de do da dos das um uma uns umas e é que não em no na nos nas por para com se seu sua ao à como mais
    mas este esta esse essa isso meu minha te me lhe já ou há foi ser são era está estão muito sem sobre também tudo
    todos quando onde quem porque entre desde até nada só eu ele ela nós eles você hoje agora sempre nunca bem
    obrigado anos fazer pode pra vai`,
  nl: `de het een en van ik te dat die in je niet zijn is op aan met als voor had er maar om hem dan zou of wat mijn men
    dit zo door over ze zich bij ook tot uit heb ben hebben geen nog wel naar heeft hij wordt worden deze meer veel nu
    kan wil waar waarom omdat altijd nooit vandaag jullie wij jij onze tegen`,
  pl: `i w nie na się że z to do jest jak co o ale po tak za od już tylko czy przez go był było była były są ma mam mnie
    mi ty ja on ona my wy oni dla jego jej ich tego ten ta te tym przy bez pod nad przed może bardzo jeszcze teraz tu
    tam gdzie kiedy dlaczego ponieważ który która które wszystko zawsze nigdy dziś będzie być lub więc`,
  tr: `ve bir bu da de için ile ne çok ama gibi daha o var yok mi mı ben sen biz siz onlar olan olarak olduğu kadar sonra
    en değil her şey ki ya diye şimdi bugün nasıl neden nerede kim çünkü hiç olsun oldu olur iyi güzel göre tüm bana
    sana beni seni`,
  sv: `och att det som en på är av för med den till inte har de ett om han var jag men så sig från vi kan när år säger
    hon under också efter eller nu där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då`,
};
