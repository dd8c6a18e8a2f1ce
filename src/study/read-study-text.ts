import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { type FoundProblem, foundProblem, type ValuePath } from './found-problem.ts';

/** A place in the file, counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A study file as plain values, and where each of them stands. */
export interface StudyTree {
  /** Keys without a value are undefined; undefined = the file is empty. */
  readonly value: unknown;
  readonly problems: readonly FoundProblem[];
  /** Syntax that leaves the meaning open: the value must not be used. */
  readonly broken: readonly { readonly place: Place; readonly problem: string }[];
  /** Where the value of a path or its key stands; for what is not there, the nearest group that would hold it. */
  locate(path: ValuePath, atKey: boolean): Place;
  /** The characters of a plain value as they stand in the file. */
  written(path: ValuePath): string | null;
}

const LIMITS = { nodes: 100_000, depth: 32, syntaxProblems: 20 };

/**
 * Reads YAML 1.2 or JSON. Words such as `no` and `on` and unquoted dates stay text. Anchors may be used; what they
 * expand to is limited, so that a small file cannot fill the memory. A key written twice is a problem.
 */
export function readStudyText(text: string): StudyTree {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const failed = (offset: number, problem: string): StudyTree =>
    emptyTree([{ place: place(offset), problem }]);
  const document = parsed(text, lines);
  if (document === null) return failed(0, TOO_DEEP);
  if (document.directives?.yaml.version === '1.1') {
    return failed(0, 'YAML 1.1 is not read, in it `no` and dates are not text; remove the %YAML line');
  }
  const broken = [...document.errors, ...document.warnings]
    .slice(0, LIMITS.syntaxProblems)
    .map((e) => ({ place: place(e.pos[0]), problem: syntaxProblem(e.message) }));
  if (broken.length > 0) return emptyTree(broken);
  const reader = treeReader(place);
  const value = reader.read(document.contents, [], 0);
  const [tooMuch] = reader.broken;
  if (tooMuch !== undefined) return emptyTree([tooMuch]);
  const find = (path: ValuePath) => findNode(document.contents, path, reader.aliases);
  return {
    value,
    problems: reader.problems,
    broken: [],
    locate: (path, atKey) => {
      const found = find(path);
      return place((atKey ? (found.key ?? found.value) : (found.value ?? found.key)) ?? found.around);
    },
    written: (path) => find(path).source,
  };
}

function parsed(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | null {
  try {
    const options = { prettyErrors: false, uniqueKeys: false, logLevel: 'error', version: '1.2' } as const;
    return parseDocument(text, { lineCounter, ...options });
  } catch {
    // The parser is recursive: a file of brackets ends its stack.
    return null;
  }
}

const TOO_DEEP = 'lists or groups inside each other are too deep';

function syntaxProblem(message: string): string {
  if (/call stack|stack overflow/i.test(message)) return TOO_DEEP;
  return message.length > 160 ? `${message.slice(0, 159)}…` : message;
}

const emptyTree = (broken: StudyTree['broken']): StudyTree => ({
  value: undefined,
  problems: [],
  broken,
  locate: () => ({ line: 1, column: 1 }),
  written: () => null,
});

type Target = Node | null | undefined;

function treeReader(place: (offset: number) => Place) {
  const anchors = new Map<string, Node>();
  const aliases = new Map<Node, Node>();
  const problems: FoundProblem[] = [];
  const broken: { place: Place; problem: string }[] = [];
  let nNodes = 0;
  const fail = (node: Node, problem: string): undefined => {
    if (broken.length === 0) broken.push({ place: place(startOf(node)), problem });
  };
  const read = (node: Target, path: ValuePath, depth: number): unknown => {
    if (node === null || node === undefined || broken.length > 0) return null;
    nNodes += 1;
    if (nNodes > LIMITS.nodes)
      return fail(node, `more than ${LIMITS.nodes} values once its aliases are expanded`);
    if (depth > LIMITS.depth) return fail(node, `lists or groups are more than ${LIMITS.depth} deep`);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) return fail(node, `no anchor &${node.source} before this alias`);
      aliases.set(node, target);
      return read(target, path, depth + 1);
    }
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
    if (isSeq(node)) return node.items.map((item, i) => read(nodeOf(item), [...path, i], depth + 1));
    if (isMap(node)) return readMap(node, path, depth);
    return isScalar(node) ? node.value : null;
  };
  const readMap = (map: YAMLMap, path: ValuePath, depth: number): unknown => {
    const first = new Map<string, Node>();
    const entries: [string, unknown][] = [];
    for (const pair of map.items) {
      const key = keyOf(pair.key);
      if (key === null) {
        fail(nodeOf(pair.key) ?? map, 'a key must be a word');
        continue;
      }
      const node = nodeOf(pair.key) ?? map;
      const before = first.get(key);
      if (before !== undefined) {
        const firstLine = place(startOf(before)).line;
        const position = place(startOf(node));
        const problem = foundProblem({ path: [...path, key], atKey: true }, 'study/duplicate-key', {
          key,
          firstLine,
        });
        problems.push({ ...problem, toError: (p) => problem.toError({ ...p, ...position }) });
        continue;
      }
      first.set(key, node);
      const inner = [...path, key];
      const value = read(nodeOf(pair.value), inner, depth + 1);
      entries.push([key, value === null && !isFree(inner) ? undefined : value]);
    }
    return Object.fromEntries(entries);
  };
  return { read, problems, broken, aliases };
}

/** What an adapter makes of its own options: there an empty value may mean something. */
function isFree(path: ValuePath): boolean {
  const [section, , key] = path;
  return path.length > 3 && section === 'sources' && key === 'options';
}

interface FoundNode {
  readonly key: number | null;
  readonly value: number | null;
  readonly source: string | null;
  readonly around: number;
}

function findNode(root: Target, path: ValuePath, aliases: ReadonlyMap<Node, Node>): FoundNode {
  const real = (node: Target): Target =>
    node !== null && node !== undefined ? (aliases.get(node) ?? node) : node;
  let node = real(root);
  let key: number | null = null;
  let around = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => keyOf(each.key) === step);
      if (pair === undefined) return { key: null, value: null, source: null, around };
      key = startOf(nodeOf(pair.key));
      node = real(nodeOf(pair.value));
      around = key;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = real(nodeOf(node.items[step]));
      key = startOf(node);
      around = key;
    } else return { key: null, value: null, source: null, around };
  }
  const scalar = isScalar(node) ? node : null;
  const empty = scalar !== null && scalar.value === null;
  const value = node === null || node === undefined || empty ? null : startOf(node);
  return { key, value, source: scalar?.source ?? null, around };
}

const nodeOf = (item: unknown): Node | null => (isNode(item) ? item : null);
const startOf = (node: Target): number => node?.range?.[0] ?? 0;

function keyOf(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return key.source ?? String(key.value);
}
