import { StudyError, StudyProblems } from '../errors/errors.ts';
import { checkClaims } from './check-claims.ts';
import { checkDates } from './check-dates.ts';
import { checkEndpoints } from './check-endpoint.ts';
import { checkMix } from './check-mix.ts';
import { checkReferences } from './check-references.ts';
import { checkRegionTiers } from './check-region-tiers.ts';
import { type AdapterContract, checkSources } from './check-sources.ts';
import { checkTerms } from './check-terms.ts';
import { expandCodeWords } from './code-words/code-words.ts';
import { completeStudy } from './complete-study.ts';
import type { StudyConfig } from './config.ts';
import { formProblems } from './form-problems.ts';
import type { FoundProblem } from './found-problem.ts';
import { readStudyText, type StudyTree } from './read-study-text.ts';
import { studyJsonSchema } from './schema.ts';
import { STUDY_SPEC, type StudySpec } from './spec.ts';
import { groupOf } from './written-study.ts';

/** Something in a study file that can be run but is probably not meant. */
interface StudyWarning {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** A study file to parse. */
export interface StudyText {
  /** YAML 1.2 or JSON. */
  readonly text: string;
  /** Path as the user wrote it, for messages. */
  readonly path: string;
  /** Absolute path of the folder that holds the file. */
  readonly folder: string;
  /** The adapters a source may name. */
  readonly adapters: readonly AdapterContract[];
}

/** A complete study, and what its author should look at. */
export interface ParsedStudy {
  readonly config: StudyConfig;
  readonly warnings: readonly StudyWarning[];
  /** Target id → words that `codeWords` added to its aliases; targets without any have no entry. */
  readonly codeWords: Readonly<Record<string, number>>;
}

const LIMITS = { bytes: 1_000_000, problems: 200 };

/**
 * Parses a study file once; everything after has complete, typed configuration.
 * @throws {StudyProblems} every problem of the file, in the order of its lines
 */
export function parseStudy({ text, path, folder, adapters }: StudyText): ParsedStudy {
  const bytes = Buffer.byteLength(text);
  if (bytes > LIMITS.bytes) {
    throw new StudyProblems([
      new StudyError('study/too-large', { bytes, limit: LIMITS.bytes }, { position: { path } }),
    ]);
  }
  const tree = readStudyText(text.replace(/^\uFEFF/, ''));
  if (tree.broken.length > 0) {
    throw new StudyProblems(
      tree.broken.map(
        ({ place, problem }) => new StudyError('study/syntax', { problem }, { position: { path, ...place } }),
      ),
    );
  }
  const study = groupOf(tree.value);
  const form = STUDY_SPEC.safeParse(tree.value ?? {}, { reportInput: true });
  const checks = [
    checkDates(study),
    checkTerms(study),
    checkSources(study, { adapters, written: tree.written }),
    {
      problems: [
        ...checkReferences(study),
        ...checkClaims(study),
        ...checkMix(study),
        ...checkRegionTiers(study),
        ...checkEndpoints(study),
      ],
      warnings: [],
    },
  ];
  const problems = [
    ...tree.problems,
    ...(form.success ? [] : formProblems(form.error.issues, formContext(tree))),
    ...checks.flatMap((check) => check.problems),
  ];
  if (!form.success || problems.length > 0) throw new StudyProblems(listed(problems, tree, path));
  const warnings = placed(
    checks.flatMap((check) => check.warnings),
    tree,
    path,
  );
  return {
    config: completeStudy(form.data, folder),
    warnings: warnings.map(asWarning),
    codeWords: countCodeWords(form.data),
  };
}

function countCodeWords({ targets }: StudySpec): Record<string, number> {
  return Object.fromEntries(
    targets.flatMap(({ id, codeWords }) =>
      codeWords === undefined
        ? []
        : [[id, Object.values(expandCodeWords([codeWords].flat()).aliases).flat().length]],
    ),
  );
}

function formContext(tree: StudyTree): Parameters<typeof formProblems>[1] {
  const fallback = 'see docs/study.md for the fields of a study file';
  return {
    study: tree.value,
    schema: studyJsonSchema(),
    root: [],
    base: [],
    fallback,
    written: tree.written,
  };
}

function listed(problems: readonly FoundProblem[], tree: StudyTree, path: string): StudyError[] {
  const all = placed(problems.slice(0, LIMITS.problems), tree, path);
  const count = problems.length - all.length;
  return count === 0
    ? all
    : [...all, new StudyError('study/more-problems', { count }, { position: { path } })];
}

function placed(problems: readonly FoundProblem[], tree: StudyTree, path: string): StudyError[] {
  return problems
    .map((problem) => problem.toError({ path, ...tree.locate(problem.path, problem.atKey) }))
    .sort((a, b) => lineOf(a) - lineOf(b) || columnOf(a) - columnOf(b));
}

const lineOf = (error: StudyError): number => error.position?.line ?? 0;
const columnOf = (error: StudyError): number => error.position?.column ?? 0;

function asWarning({ code, message, hint, position }: StudyError): StudyWarning {
  return { code, message, hint, line: position?.line ?? null, column: position?.column ?? null };
}
