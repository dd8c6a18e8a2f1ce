import { hash } from 'node:crypto';
import type { StudyConfig } from '../study/config.ts';
import { canonicalJson } from './canonical-digest.ts';

/**
 * SHA-256, hexadecimal, of what a study declares before its data are measured: what is asked, of whom, when, about which events, and
 * how it is measured. Where the posts lie and how they are read is not part of it, so the plan can be published before
 * anything is collected.
 */
export function planDigest(study: StudyConfig): string {
  const { question, period, bin, seed, targets, classes, themes, events, claims, weights, measure } = study;
  const plan = { question, period, bin, seed, targets, classes, themes, events, claims, weights, measure };
  return hash('sha256', canonicalJson(plan), 'hex');
}
