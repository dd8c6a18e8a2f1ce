import { z } from 'zod';
import { StudyError, StudyProblems } from '../errors/errors.ts';
import { formProblems } from '../study/form-problems.ts';
import type { FoundProblem } from '../study/found-problem.ts';
import { readStudyText } from '../study/read-study-text.ts';
import type { JsonSchema } from '../study/schema.ts';

const LIMIT_BYTES = 4_000_000;

/** A file that belongs to an article. */
export interface AttachedFile<Spec extends z.ZodType> {
  readonly text: string;
  /** As the user would write it. */
  readonly path: string;
  readonly spec: Spec;
  /** Problems beyond the form. */
  readonly check: (value: z.infer<Spec>) => readonly FoundProblem[];
}

/**
 * Reads YAML or JSON of a known form.
 * @throws {StudyProblems} every problem with its line and remedy
 */
export function readAttached<Spec extends z.ZodType>({
  text,
  path,
  spec,
  check,
}: AttachedFile<Spec>): z.infer<Spec> {
  const fail = (
    problem: string,
    remedy: string,
    place: { line?: number; column?: number } = {},
  ): StudyError => new StudyError('article/attached', { problem, remedy }, { position: { path, ...place } });
  if (Buffer.byteLength(text) > LIMIT_BYTES)
    throw new StudyProblems([fail(`more than ${LIMIT_BYTES} bytes`, 'split the article or the record')]);
  const tree = readStudyText(text.replace(/^\uFEFF/, ''));
  if (tree.broken.length > 0)
    throw new StudyProblems(
      tree.broken.map(({ place, problem }) => fail(problem, 'mend the YAML at the line named', place)),
    );
  const form = spec.safeParse(tree.value ?? {}, { reportInput: true });
  const problems = [
    ...tree.problems,
    ...(form.success
      ? check(form.data)
      : formProblems(form.error.issues, {
          study: tree.value,
          schema: z.toJSONSchema(spec, { io: 'input' }) as JsonSchema,
          root: [],
          base: [],
          fallback: 'see docs/check-article.md for the keys of this file',
          written: tree.written,
        })),
  ];
  if (!form.success || problems.length > 0)
    throw new StudyProblems(
      problems.slice(0, 100).map((one) => one.toError({ path, ...tree.locate(one.path, one.atKey) })),
    );
  return form.data;
}
