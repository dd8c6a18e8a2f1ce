import type { StanceModelCard } from '../../src/annotate/stance/model-card.ts';

/** A score that the model was meant to reach, and what a plain linear model is known to reach. */
interface Goal {
  readonly set: string;
  readonly language: string;
  /** Domains that begin so are taken together. */
  readonly domain: string;
  readonly score: 'macro-F1' | 'F1 (favor, against)';
  /** Of a plain linear model on the set's published split, where known. */
  readonly linear: number | null;
  /** Null: ten points over a plain linear model on the same folds. */
  readonly goal: number | null;
}

const GOALS: readonly Goal[] = [
  {
    set: 'RuSentNE-2023, F1PN',
    language: 'ru',
    domain: 'news',
    score: 'F1 (favor, against)',
    linear: 0.476,
    goal: 0.55,
  },
  {
    set: 'RuSentNE-2023, F1PN0',
    language: 'ru',
    domain: 'news',
    score: 'macro-F1',
    linear: 0.597,
    goal: 0.65,
  },
  {
    set: 'NLPCC-2016',
    language: 'zh',
    domain: 'weibo-',
    score: 'F1 (favor, against)',
    linear: 0.706,
    goal: 0.73,
  },
  { set: 'NewsMTSC', language: 'en', domain: 'news', score: 'macro-F1', linear: 0.632, goal: 0.69 },
  {
    set: 'RuSentiment and RuSentiTweet',
    language: 'ru',
    domain: 'posts-tone',
    score: 'macro-F1',
    linear: null,
    goal: 0.73,
  },
  { set: 'C-STANCE', language: 'zh', domain: 'weibo', score: 'macro-F1', linear: null, goal: null },
  { set: 'RUW', language: 'en', domain: 'tweets-war', score: 'macro-F1', linear: null, goal: null },
  {
    set: 'SentiRuEval-2015 cars',
    language: 'ru',
    domain: 'cars',
    score: 'macro-F1',
    linear: null,
    goal: null,
  },
  { set: 'BDCI-2018 cars', language: 'zh', domain: 'cars', score: 'macro-F1', linear: null, goal: null },
];

/** Rows of the table of goals: set, score, this model, a plain linear one, goal, verdict. */
export function goalRows(card: StanceModelCard): string[][] {
  return GOALS.flatMap((goal) => {
    const value = reached(card, goal);
    if (value === null) return [];
    const verdict =
      goal.goal === null
        ? '[compared in the bench](../../bench/stance.md)'
        : value >= goal.goal
          ? 'met'
          : 'missed';
    const wanted = goal.goal === null ? '10 points over linear' : goal.goal.toFixed(3);
    return [[goal.set, goal.score, value.toFixed(3), goal.linear?.toFixed(3) ?? '', wanted, verdict]];
  });
}

function reached(card: StanceModelCard, { language, domain, score }: Goal): number | null {
  const domains = card.languages.find((one) => one.language === language)?.byDomain ?? {};
  const names = Object.keys(domains).filter((name) =>
    domain.endsWith('-') ? name.startsWith(domain) : name === domain,
  );
  if (names.length === 0) return null;
  const confusion = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) =>
      names.reduce((sum, name) => sum + (domains[name]?.confusion[row]?.[column] ?? 0), 0),
    ),
  );
  const coded = [0, 1, 2].map((c) =>
    names.reduce((sum, name) => {
      const { against, neither, favor } = domains[name]?.perClass ?? {};
      return sum + ([against, neither, favor][c]?.support ?? 0);
    }, 0),
  );
  const f1 = [0, 1, 2].map((c) => {
    const decided = confusion.reduce((sum, row) => sum + (row[c] as number), 0);
    const hits = confusion[c]?.[c] ?? 0;
    return hits === 0 ? 0 : (2 * hits) / ((coded[c] as number) + decided);
  }) as [number, number, number];
  return score === 'macro-F1' ? (f1[0] + f1[1] + f1[2]) / 3 : (f1[0] + f1[2]) / 2;
}
