/** What a cue says about the words around it. */
export type CueKind =
  /** Somebody says what follows, or what stands before. */
  | 'say'
  /** Somebody judges what follows: calls, accuses, praises. */
  | 'judge'
  /** What follows is said by nobody in particular. */
  | 'hearsay'
  /** The rest of the sentence is another's: "according to". */
  | 'according'
  /** The author answers the words of another, and so makes the judgement his or her own. */
  | 'answer'
  /** Somebody who is quoted before a colon. */
  | 'role'
  /** What stands in quotation marks after it is a name. */
  | 'name'
  /** Author and speaker are one: what follows is no quotation. */
  | 'self';

/** One language's cues; several forms in a line are separated by commas. `*` at the end: a beginning of words. */
export interface CueTable {
  readonly language: 'ru' | 'en' | 'zh';
  readonly cues: Readonly<Record<CueKind, string>>;
  /** Longer words and phrases in which a cue stands without being one. */
  readonly exclude: string;
}

const RU: CueTable = {
  language: 'ru',
  cues: {
    say: `
      заявил, заявила, заявили, заявило, заявляет, заявляют, заявлял, заявляли, сказал, сказала, сказали, говорит, говорил,
      говорила, говорили, сообщил, сообщила, сообщили, сообщает, сообщают, отметил, отметила, отметили, отмечает, отмечают,
      подчеркнул, подчеркнула, подчеркнули, подчёркивает, подчёркивают, утверждает, утверждают, утверждал, утверждала,
      утверждали, считает, считают, полагает, полагают, уверяет, уверяют, уверял, уверяла, уверяли, клялся, клялась, клялись,
      пишет, писал, писала, написал, написала, написали, добавил, добавила, добавили, пояснил, пояснила, пояснили, объяснил,
      объяснила, объяснили, признал, признала, признали, повторил, повторила, повторили, кричал, кричала, кричали, рассказал,
      рассказала, рассказали, рассказывает, рассказывают, ответил, ответила, ответили, возразил, возразила, уточнил, уточнила,
      уточнили, предупредил, предупредила, предупредили, напомнил,
      напомнила, напомнили, констатировал, резюмировал, цитирует, цитируют, ругался, ругалась, возмущался, твердил, твердила`,
    judge: `
      назвал, назвала, назвали, называет, называют, обвинил, обвинила, обвинили, обвиняет, обвиняют, упрекнул, упрекнула,
      упрекает, упрекают, раскритиковал, раскритиковала, раскритиковали, критикует, критикуют, критиковал, осудил, осудила,
      осудили, осуждает, осуждают, похвалил, похвалила, похвалили, хвалит, хвалят, ругает, ругают, ругал, призвал, призвала,
      призвали, призывает, призывают, предложил, предложила, предложили, потребовал, потребовала, потребовали, поблагодарил,
      поблагодарила, поблагодарили, пригрозил, пригрозила, пригрозили`,
    hearsay: `
      говорят, пишут, твердят, поют, рассказывали, мол, дескать, слышал что, слышала что, ходят слухи, поговаривают, якобы`,
    according:
      'по словам, по мнению, по утверждению, по заявлению, по версии, по оценке, по оценкам, со слов',
    answer: `
      чушь, враньё, ложь, враки, брехня, бред, неправда, обман, обманул, обманула, обманули, соврал, соврала, соврали, врут,
      врёт, вздор, ерунда, ошибался, ошибалась, ошибались, ошибаются, не смешите, не верю, не верьте, ага, ну да, как же,
      кто поверит, и прав, и правильно, согласен, согласна, поддерживаю, верно сказано, золотые слова, не согласен,
      не согласна, глупости, фигня, хрень, зря, напрасно, и я ему верю, и я ей верю, и я им верю, а я, а мне, а мой, а моя, а у меня, а у нас`,
    role: `
      представител*, министр*, минобороны, минфин, президент*, премьер*, мид, глава, эксперт*, аналитик*, политолог*, депутат*,
      сенатор*, посол, посольство, губернатор*, источник*, сми, кремль, белый дом, госдеп*, пресс-секретар*, спикер*,
      советник*, генерал*, тасс, опрос, профессор, директор, директора`,
    name: `
      компани*, фирм*, завод*, концерн*, корпораци*, холдинг*, групп*, ооо, оао, ао, пао, зао, фильм*, книг*, сериал*, журнал*,
      газет*, закон*, программ*, проект*, парти*, банк*, магазин*, клуб*, фонд*, форум*, канал*, песн*, роман*`,
    self: 'я, мы',
  },
  exclude: `
    сказал бы, сказала бы, ни говорил, ни говорила, ни говорили, говорит о, говорят о, говорит по, говорят по, говорят на, говорит на, говорило о, само за себя говорит, считает дни,
    называют в честь, пишут на, предложил руку, ну да ладно`,
};

const EN: CueTable = {
  language: 'en',
  cues: {
    say: `
      said, says, told, tells, claims, claimed, argues, argued, writes, wrote, insists, insisted, warned, warns, stated, states
      that, announced, added, repeated, chanted, shouted, admitted, swore, declared, believes, thinks, tweeted,
      explained, replied, noted, stressed, remarked, complained`,
    judge: `
      called, calls, accused, accuses, criticised, criticizes, criticized, criticises, praised, praises, condemned, condemns,
      blamed, blames, denounced, denounces, urged, urges, slammed, slams, slates, slated, proposed, thanked, lauded`,
    hearsay: `
      they say, they said, people say, people keep saying, some say, everyone says, was told, were told, telling me, told me,
      told us, read that, reading that, heard that, hear that, rumour has it, rumor has it, supposedly, allegedly, reportedly`,
    according: 'according to, in the words of, in the view of',
    answer: `
      rubbish, nonsense, wrong, he was wrong, she was wrong, they were wrong, what a lie, lies, a lie, he lied, she lied, they
      lied, bullshit, bs, please, as if, yeah right, sure, it doesn't, it isn't, they don't, not true, don't believe, i agree, i believe him, and i
      believe him, i believe her, and i believe her,
      i disagree, and he's right, and she's right, and they're right, well said, so true, but i, but my, but mine, who believes
      that, give me a break, it's not true, that's false`,
    role: `
      minister*, president*, spokes*, expert*, analyst*, senator*, governor*, ambassador*, official*, source*, kremlin,
      white house, reuters, bloomberg, poll, ceo, mp, mps, professor, director, chancellor, general, embassy, pentagon`,
    name: 'film, movie, book, novel, song, company, series, programme, program, show, magazine, newspaper, called, titled, named',
    self: 'i, we',
  },
  exclude: `
    nothing says, so called, so-called, is called, are called, was called, were called, company called, it goes without saying, easier said,
    truth be told, be told, that said, having said, needless to say, calls for help, phone calls, calls me, called me, sure thing, make sure, blames me`,
};

const ZH: CueTable = {
  language: 'zh',
  cues: {
    say: `
      说, 表示, 称, 认为, 写道, 宣称, 声称, 强调, 指出, 透露, 坦言, 直言, 回应, 宣布, 讲, 高喊, 评价, 谈到, 警告, 承认, 重申, 解释称, 解释说`,
    judge: '指责, 批评, 谴责, 称赞, 赞扬, 吐槽, 痛批, 怒斥, 呼吁, 提议, 敦促, 抨击, 控诉',
    hearsay: '听说, 据说, 都说, 网传, 有人说, 传言, 说是',
    according: '据报道, 按照他的说法',
    answer: `
      说什么, 胡扯, 胡说, 瞎说, 扯淡, 骗鬼, 骗人, 骗谁, 鬼才信, 谁信, 假的, 错了, 不对, 得了吧, 拉倒吧, 别逗了, 谎话, 谎言, 造谣, 放屁, 转头就,
      说得对, 说得好, 同意, 我支持, 我不信, 不是真的, 去了才知道, 来了才知道, 结果, 可是我, 但我, 我的`,
    role: `
      发言人, 部长, 总统, 总理, 主席, 外交部, 国防部, 专家, 学者, 外媒, 美媒, 俄媒, 日媒, 官员, 议员, 大使, 白宫, 克宫, 教授, 分析师, 记者`,
    name: '电影, 公司, 集团, 小说, 歌曲, 节目, 名为, 叫做, 所谓, 所谓的',
    self: '我, 我们, 咱, 咱们, 俺, 本人, 笔者',
  },
  exclude: `
    小说, 说明, 说实话, 说真的, 老实说, 来说, 话说, 说不定, 说到, 说起, 说白了, 不用说, 可以说, 说句, 应该说, 说法, 说服, 学说, 传说, 再说,
    解说, 说话, 说得, 难说, 比如说, 说好, 或者说, 名称, 称得上, 称为, 称号, 称呼, 职称, 简称, 号称, 俗称, 昵称, 堪称, 自称, 称重, 称霸,
    称心, 对称, 讲究, 讲座, 讲义, 讲课, 演讲, 讲台, 讲道理, 表示感谢我, 评价很高, 结果子, 我的天, 不对劲, 自我批评, 警告标志, 要说, 实讲, 先讲, 再讲, 后讲, 说一不二, 说一句,
    别说, 不说, 没说, 想说, 只说, 先说, 说说`,
};

/** Cues of every language that the detection knows. Written for this purpose; no list of others was taken over. */
export const CUE_TABLES: readonly CueTable[] = [RU, EN, ZH];
