import { BugError } from '../../errors/errors.ts';
import type { HtmlElement } from './html-tree.ts';
import { ownTextIn, textIn } from './html-tree.ts';

/** One step of a selector: `div.post[id^="p"]`. */
interface Step {
  readonly name: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly {
    readonly name: string;
    readonly how: '' | '=' | '^=' | '*=';
    readonly value: string;
  }[];
}

const STEP = /^([a-z][a-z0-9]*)?((?:[.#][\w-]+|\[[\w-]+(?:[\^*]?="[^"]*")?\])*)$/;
const PART = /\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:([\^*]?=)"([^"]*)")?\]/g;

/** Elements that a selector finds below another one, in the order of the page. */
export type Finder = (root: HtmlElement) => readonly HtmlElement[];

/**
 * Compiles a selector of the plain kind: a name, `.class`, `#id`, `[attribute]` with `=`, `^=` or `*=` and a value in
 * double quotes; steps parted by spaces, alternatives by ` | `. Inside an element that a step has found, the step looks
 * for no others, so that finding is linear in the size of the page.
 */
export function finder(selector: string): Finder {
  const paths = selector.split(' | ').map((path) => path.split(' ').map(stepOf));
  return (root) => {
    for (const path of paths) {
      const found = path.reduce<readonly HtmlElement[]>(
        (roots, step) => roots.flatMap((each) => outermost(each, step)),
        [root],
      );
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** The elements that any of some selectors finds, in the order of the page; elements inside others are left out. */
export function finderOfAll(selectors: readonly string[]): Finder {
  const finders = selectors.map(finder);
  return (root) => {
    const found = finders.flatMap((find) => find(root)).sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return found.filter((element) => {
      if (element.start < end) return false;
      end = element.end;
      return true;
    });
  };
}

/**
 * Compiles the place of a value: a selector, with `@name` for an attribute of the element found or `::own` for the
 * words directly in it; all its words otherwise. The first place that holds something (that fits `accept`) counts.
 */
export function valueFinder(
  places: readonly string[],
  accept: RegExp = /./,
): (root: HtmlElement) => string | null {
  const readers = places.map((place) => {
    const [, selector = '', how = ''] = /^(.*?)(@[\w-]+|::own)?$/.exec(place) ?? [];
    const find: Finder = selector === '' ? (root) => [root] : finder(selector);
    return (root: HtmlElement): string | null => {
      for (const element of find(root)) {
        const value = valueIn(element, how);
        if (accept.test(value)) return value;
      }
      return null;
    };
  });
  return (root) => {
    for (const read of readers) {
      const value = read(root);
      if (value !== null) return value;
    }
    return null;
  };
}

function valueIn(element: HtmlElement, how: string): string {
  if (how === '') return textIn(element);
  return how === '::own' ? ownTextIn(element) : (element.attributes[how.slice(1)] ?? '').trim();
}

function stepOf(text: string): Step {
  const parts = STEP.exec(text);
  if (parts === null) throw new BugError(`"${text}" is no step of a selector`);
  const [, name, rest = ''] = parts;
  const classes: string[] = [];
  const attributes: { name: string; how: '' | '=' | '^=' | '*='; value: string }[] = [];
  for (const [, className, id, attribute, how = '', value = ''] of rest.matchAll(PART)) {
    if (className !== undefined) classes.push(className);
    else if (id !== undefined) attributes.push({ name: 'id', how: '=', value: id });
    else if (attribute !== undefined)
      attributes.push({ name: attribute, how: how as '' | '=' | '^=' | '*=', value });
  }
  return { name: name ?? null, classes, attributes };
}

function outermost(root: HtmlElement, step: Step): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting: HtmlElement[] = [];
  const queue = ({ children }: HtmlElement): void => {
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]!;
      if (typeof child !== 'string') waiting.push(child);
    }
  };
  queue(root);
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (fits(element, step)) found.push(element);
    else queue(element);
  }
  return found;
}

function fits({ name, attributes }: HtmlElement, step: Step): boolean {
  if (step.name !== null && step.name !== name) return false;
  if (step.classes.length > 0) {
    const classes = ` ${attributes['class']?.replace(/\s/g, ' ') ?? ''} `;
    if (!step.classes.every((each) => classes.includes(` ${each} `))) return false;
  }
  return step.attributes.every((wanted) => {
    const value = attributes[wanted.name];
    if (value === undefined) return false;
    if (wanted.how === '=') return value === wanted.value;
    if (wanted.how === '^=') return value.startsWith(wanted.value);
    return wanted.how === '' || value.includes(wanted.value);
  });
}
