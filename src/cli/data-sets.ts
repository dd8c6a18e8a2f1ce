/** A public data set the studies, tests or training scripts use. It is not part of this repository. */
export interface DataSet {
  readonly name: string;
  /** Where it is published, with the commit that was used. */
  readonly origin: string;
  readonly use: 'study' | 'test' | 'training';
}

/** The data sets, by use. */
export const DATA_SETS: readonly DataSet[] = [
  { name: 'ru-1tv-news', origin: 'github.com/lobsterbush/kremlin-speeches at 68cbdf8e', use: 'study' },
  {
    name: 'tg-ru-news-channels',
    origin: 'github.com/NKTKLN/telegram-news-classifier at b8b03f19',
    use: 'study',
  },
  {
    name: 'ru-official-media-index',
    origin: 'github.com/lobsterbush/kremlin-speeches at 68cbdf8e',
    use: 'study',
  },
  {
    name: 'zh-cctv-xinwenlianbo',
    origin: 'github.com/DuckBurnIncense/xin-wen-lian-bo at ae8d591d',
    use: 'study',
  },
  {
    name: 'zh-weibo-hot-search',
    origin: 'github.com/justjavac/weibo-trending-hot-search at bbe42d5a',
    use: 'study',
  },
  {
    name: 'format-fixtures',
    origin:
      'github.com/DocNow/twarc-csv at d77da935; github.com/webrecorder/warcio at 2a797aa8; github.com/iipc/jwarc at 9b5df862 and ten others',
    use: 'test',
  },
  { name: 'langid-lingua', origin: 'github.com/pemistahl/lingua-rs at 77e94d1a', use: 'test' },
  {
    name: 'paraphraser-ru-2016',
    origin: 'github.com/dmikrav/paraphraser.ainlconf.2016 at c487d9f3',
    use: 'test',
  },
  {
    name: 'rusentne-2023',
    origin: 'github.com/dialogue-evaluation/RuSentNE-evaluation at 4d08c885',
    use: 'training',
  },
  { name: 'newsmtsc', origin: 'github.com/fhamborg/NewsMTSC at b9d9b797', use: 'training' },
  {
    name: 'nlpcc2016-stance',
    origin: 'github.com/JDwangmo/weiboStanceDetection at 3a5196d3',
    use: 'training',
  },
  { name: 'c-stance', origin: 'github.com/chenyez/C-STANCE at f1e99fc5', use: 'training' },
  {
    name: 'sentirueval-2015-tweets',
    origin: 'github.com/searayeah/russian-sentiment-emotion-datasets at b43a50a5',
    use: 'training',
  },
  {
    name: 'sentirueval-2016-tweets',
    origin:
      'github.com/searayeah/russian-sentiment-emotion-datasets at b43a50a5; github.com/mokoron/sentirueval at 95b24c09',
    use: 'training',
  },
  {
    name: 'sentirueval-2015-cars',
    origin:
      'github.com/searayeah/russian-sentiment-emotion-datasets at b43a50a5; github.com/rproskuryakov/absa at 2b898632',
    use: 'training',
  },
  { name: 'bdci2018-car', origin: 'github.com/yilifzf/BDCI_Car_2018 at cc1b0193', use: 'training' },
  { name: 'ruw-russia-ukraine-stance', origin: 'github.com/multi-target/RUW at ecb2a457', use: 'training' },
  {
    name: 'china-hashtag-tweets',
    origin: 'github.com/JINHXu/hate-speech-annotation at 9632b9f3',
    use: 'training',
  },
];
