import { rename } from 'node:fs/promises';
import { learnThemes, type ThemeLearner } from '../discover/learn-themes.ts';
import { nameThemes } from '../discover/name-themes.ts';
import { createWordReader } from '../discover/passage-words.ts';
import { OWN_LEVELS } from '../domain/decomposition.ts';
import type { LearnedThemes, NoDiscoveredThemes, ThemedMention } from '../domain/discovered-theme.ts';
import type { DocumentId } from '../domain/identifiers.ts';
import { writePart } from '../store/part.ts';
import { learningTexts, type NamedTextRow, placedTexts } from '../store/queries/discovered-texts.ts';
import { DISCOVERED_THEME } from '../store/tables.ts';
import type { StudyConfig } from '../study/config.ts';
import { createTargetForms, type TargetForms } from '../text/target-forms.ts';
import { writeWhole } from './part-store.ts';
import { prepareObservations } from './prepare-observations.ts';
import type { StageWork } from './run-context.ts';

/** Texts of one target and language that are learned from. */
const MOST_TEXTS = 4_000;

/** Themes of one target in one language with what finds them in a text. */
interface Learned {
  readonly ids: readonly string[];
  readonly learner: ThemeLearner;
}

/** Themes that the corpus shows → `discovered.json`, and which mention has which → `discovered_theme.parquet` beside it. */
export const discoverStage: StageWork = async (context, path) => {
  const { study, database, corpus } = context;
  const targets =
    study.discoveredThemes.most < 2 ? [] : study.targets.filter((one) => !one.placebo).map((one) => one.id);
  if (targets.length > 0) await prepareObservations(context);
  const options = { targets, mention: corpus.mention, document: corpus.document };
  const texts =
    targets.length === 0
      ? []
      : await learningTexts(database, options, { seed: study.seed, most: MOST_TEXTS });
  const forms = createTargetForms();
  const learned = new Map<string, Learned>();
  const found: (LearnedThemes | NoDiscoveredThemes)[] = [];
  for (const [key, mine] of Map.groupBy(texts, keyOf)) {
    const [{ target, language }] = mine as [NamedTextRow];
    const learner = learn(study, mine, forms);
    const of = { target, language, nTexts: learner.nTexts, nAuthors: learner.nAuthors };
    if (learner.kind === 'nothing') {
      const { reason, stability } = learner;
      found.push({ kind: 'not-estimable', ...of, reason, stability });
      continue;
    }
    const ids = nameThemes(learner.words, language);
    learned.set(key, { ids, learner });
    const { reading, nWords, stability } = learner;
    const themes = learner.words.map((words, i) => ({ id: ids[i] as string, words }));
    found.push({ kind: 'estimate', ...of, reading, nWords, stability, themes });
  }
  const mentions: ThemedMention[] = [];
  for await (const rows of learned.size === 0 ? [] : placedTexts(database, options)) {
    for (const [key, mine] of Map.groupBy(rows, keyOf)) {
      const of = learned.get(key);
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

function keyOf({ target, language }: Pick<NamedTextRow, 'target' | 'language'>): string {
  return `${target}\0${language}`;
}

function learn(study: StudyConfig, texts: readonly NamedTextRow[], forms: TargetForms) {
  const [{ target, language }] = texts as [NamedTextRow];
  const aliases = study.targets.find((one) => one.id === target)?.aliases ?? {};
  const names = Object.entries(aliases).flatMap(([of, words]) =>
    words.flatMap((word) => forms(word, of).map(({ form }) => form)),
  );
  return learnThemes(texts, {
    read: createWordReader(names, language),
    seed: study.seed,
    most: study.discoveredThemes.most,
  });
}
