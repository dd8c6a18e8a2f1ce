import { rename } from 'node:fs/promises';
import { learnMonth, type MonthLearner, NO_MONTHS, type ThemeChain } from '../discover/learn-by-month.ts';
import { createWordReader } from '../discover/passage-words.ts';
import { OWN_LEVELS } from '../domain/decomposition.ts';
import type { LearnedThemes, NoDiscoveredThemes, ThemedMention } from '../domain/discovered-theme.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import { writePart } from '../store/part.ts';
import {
  createLearningTexts,
  type LearningMonthRow,
  learningTexts,
  placedTexts,
} from '../store/queries/discovered-texts.ts';
import { DISCOVERED_THEME } from '../store/tables.ts';
import type { StudyConfig } from '../study/config.ts';
import { createTargetForms } from '../text/target-forms.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { StageContext, StageWork } from './run-context.ts';

/** Texts of one target and language that are learned from in each month. */
const MOST_TEXTS = 1_500;

/** What finds the themes of each month, by target, language and month. */
type Learners = Map<string, MonthLearner>;

/** Themes that the corpus shows → `discovered.json`, and which mention has which → `discovered_theme.parquet` beside it. */
export const discoverStage: StageWork = async (context, path) => {
  const { study, database, corpus } = context;
  const targets =
    study.discoveredThemes.most < 2 ? [] : study.targets.filter((one) => !one.placebo).map((one) => one.id);
  if (targets.length > 0) await prepareObservations(context);
  const options = { targets, ...corpus };
  const months = await createLearningTexts(database, options, { seed: study.seed, most: MOST_TEXTS });
  const learners: Learners = new Map();
  const found: (LearnedThemes | NoDiscoveredThemes)[] = [];
  for (const mine of Map.groupBy(months, ({ target, language }) => `${target}\0${language}`).values())
    found.push(await learnMonths(context, mine, learners));
  const mentions: ThemedMention[] = [];
  for await (const rows of learners.size === 0 ? [] : placedTexts(database, options)) {
    for (const [key, mine] of Map.groupBy(rows, keyOf)) {
      const of = learners.get(key);
      if (of === undefined) continue;
      const themes = of.learner.themesOf(mine);
      mine.forEach(({ documentId, target }, i) => {
        const theme = of.ids[themes[i] as number] ?? OWN_LEVELS.noTheme;
        mentions.push({ documentId: documentId as DocumentId, target, theme });
      });
    }
  }
  const part = path.replace('.json', '_theme.parquet');
  await writePart(DISCOVERED_THEME, { rows: mentions, path: `${part}.unfinished` });
  await rename(`${part}.unfinished`, part);
  await writeWhole(path, JSON.stringify(found));
  return found.reduce((sum, one) => sum + (one.kind === 'estimate' ? one.themes.length : 0), 0);
};

function keyOf({ target, language, month }: LearningMonthRow): string {
  return `${target}\0${language}\0${month}`;
}

/** Learns one target and language month by month; months before the first themes are read by those. */
async function learnMonths(
  { study, database }: Pick<StageContext, 'study' | 'database'>,
  months: readonly LearningMonthRow[],
  learners: Learners,
): Promise<LearnedThemes | NoDiscoveredThemes> {
  const [{ target, language }] = months as [LearningMonthRow];
  const options = {
    read: createWordReader(namesOf(study, target), language),
    seed: study.seed,
    most: study.discoveredThemes.most,
    language,
  };
  let chain: ThemeChain = NO_MONTHS;
  const waiting: LearningMonthRow[] = [];
  for (const row of months) {
    const texts = await learningTexts(database, row);
    chain = learnMonth(chain, { month: row.month, texts }, options);
    waiting.push(row);
    if (chain.latest === null) continue;
    for (const one of waiting.splice(0)) learners.set(keyOf(one), chain.latest);
  }
  const { latest, nothing, lives } = chain;
  if (latest === null) {
    const { reason, stability } = nothing ?? { reason: 'too-few-texts', stability: null };
    const { nTexts, nAuthors } = nothing ?? { nTexts: 0, nAuthors: 0 };
    return {
      kind: 'not-estimable',
      target,
      language,
      nTexts,
      nAuthors,
      months: chain.months,
      reason,
      stability,
    };
  }
  const { reading, nWords, stability, nTexts, nAuthors } = latest.learner;
  const of = { target, language, nTexts, nAuthors, reading, nWords, stability };
  return { kind: 'estimate', ...of, months: chain.months, themes: lives.themes };
}

function namesOf(study: StudyConfig, target: string): string[] {
  const forms = createTargetForms();
  const aliases = study.targets.find((one) => one.id === target)?.aliases ?? {};
  return Object.entries(aliases).flatMap(([of, words]) =>
    words.flatMap((word) => forms(word, of).map(({ form }) => form)),
  );
}
