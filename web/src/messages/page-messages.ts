import type { ReportLanguage } from '../../../src/study/config.ts';
import { en } from './en.ts';
import type { PageMessages } from './messages.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** The words of the page in each language: so few that none is waited for. */
export const PAGE_MESSAGES: Readonly<Record<ReportLanguage, PageMessages>> = { en, ru, zh };
