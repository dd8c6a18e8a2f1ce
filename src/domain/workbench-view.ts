/** Views of the workbench in the order of the bar, each at the address of its name: known to the server and to the page. */
export const WORKBENCH_VIEWS = [
  'overview',
  'explore',
  'why',
  'where',
  'claims',
  'article',
  'method',
  'code',
  'query',
  'run',
  'start',
] as const;

/** One of {@link WORKBENCH_VIEWS}. */
export type ViewName = (typeof WORKBENCH_VIEWS)[number];

/** Views that show the finding, or begin with what stands in it. */
export const FINDING_VIEWS: readonly ViewName[] = [
  'overview',
  'explore',
  'why',
  'where',
  'claims',
  'article',
  'method',
];
