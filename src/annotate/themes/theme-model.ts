import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { StudyError } from '../../errors/errors.ts';
import { type LinearSection, loadLinearModel } from '../../learn/linear-model.ts';
import type { ThemeConfig, ThemesAnnotatorConfig } from '../../study/config.ts';
import { readModelFiles } from '../model-files.ts';
import type { ThemeModelCard } from './theme-card.ts';
import { THEME_FEATURE_VERSION } from './theme-features.ts';

/** A model as loaded: the card and one classifier for each theme of the card. */
export interface ThemeModel {
  readonly card: ThemeModelCard;
  readonly sections: readonly LinearSection[];
  /** SHA-256 of its files, hexadecimal. */
  readonly digest: string;
}

/**
 * Loads the model of a study's themes. Its path is read relative to `folder`.
 * @throws StudyError `model/not-found`, `model/invalid`; `model/unknown-themes` where it knows themes that the study
 * does not declare.
 */
export async function loadThemeModel(
  config: ThemesAnnotatorConfig,
  { folder, themes }: { readonly folder: string; readonly themes: readonly ThemeConfig[] },
): Promise<ThemeModel> {
  const path = resolve(folder, config.model);
  const model = await readThemeModel(path);
  const declared = themes.map((one) => one.id);
  const unknown = model.card.themes.map((one) => one.theme).filter((theme) => !declared.includes(theme));
  if (unknown.length > 0)
    throw new StudyError('model/unknown-themes', {
      path,
      themes: unknown.join(', '),
      known: declared.join(', ') || 'none',
    });
  return model;
}

/**
 * Loads the model in a folder.
 * @throws StudyError `model/not-found`, `model/invalid`
 */
export async function readThemeModel(path: string): Promise<ThemeModel> {
  return openThemeModel(...(await readModelFiles(path)), path);
}

/**
 * Checks a card and its weights and makes a model of them.
 * @throws StudyError `model/invalid` naming the file.
 */
export function openThemeModel(cardText: string, weights: Uint8Array, path: string): ThemeModel {
  const refuse = (problem: string): StudyError =>
    new StudyError('model/invalid', { path: join(path, 'model.json'), problem });
  let card: ThemeModelCard;
  try {
    card = JSON.parse(cardText) as ThemeModelCard;
  } catch {
    throw refuse('it is not JSON');
  }
  const isCard = typeof card?.name === 'string' && typeof card.training?.data === 'string';
  if (!isCard || card.kind !== 'linear-themes') throw refuse('it is no card of a model of themes');
  if (card.featureVersion !== THEME_FEATURE_VERSION)
    throw refuse(
      `its features have version ${card.featureVersion}, this version makes ${THEME_FEATURE_VERSION}`,
    );
  if (!Array.isArray(card.themes) || !Array.isArray(card.weights?.sections))
    throw refuse('it does not describe its weights');
  const sections = loadLinearModel(weights, card.weights, join(path, 'weights.bin'));
  const fits =
    sections.length === card.themes.length &&
    sections.every(
      (section, i) =>
        section.classes === 1 && section.buckets === 2 ** card.bits && isRule(card.themes[i], section.name),
    );
  if (!fits) throw refuse('it does not describe its weights');
  return { card, sections, digest: hash('sha256', `${hash('sha256', cardText)} ${card.weights.sha256}`) };
}

function isRule(theme: ThemeModelCard['themes'][number] | undefined, name: string): boolean {
  return theme?.theme === name && theme.threshold >= 0 && theme.threshold <= 1;
}
