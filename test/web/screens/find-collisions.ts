import type { Page } from 'playwright-core';

/** Words of a page that lie over each other, and words that are cut off by the box they stand in. Empty where all can be read. */
export function findCollisions(page: Page): Promise<string[]> {
  return page.evaluate(readCollisions);
}

/** Runs in the browser. */
function readCollisions(): string[] {
  interface Line {
    readonly node: Node;
    readonly text: string;
    readonly box: DOMRect;
  }
  const found: string[] = [];
  const lines: Line[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || parent === null || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('option, title, desc, [popover], .skip, thead') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = seenOf(parent, whole);
      if (box.width > 1 && box.height > 1) lines.push({ node, text, box });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  for (const [i, { node, text, box }] of lines.entries())
    for (let j = i + 1; j < lines.length; j++) {
      const other = lines[j] as Line;
      if (other.box.top >= box.bottom) break;
      // A line that ends in dots is there twice: whole, and as it is shown.
      if (other.node === node) continue;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      if (across > 3 && down > 0.45 * Math.min(box.height, other.box.height))
        found.push(`“${text.slice(0, 40)}” lies over “${other.text.slice(0, 40)}”`);
    }
  for (const one of document.querySelectorAll<HTMLElement>('main *, header nav *')) {
    const isCut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden';
    if (isCut && one.clientWidth > 1 && one.textContent.trim() !== '')
      found.push(`cut off: “${one.textContent.slice(0, 40)}”`);
  }
  return found.slice(0, 10);

  /** What of a line is in sight, in parts that scroll or cut off. */
  function seenOf(of: Element, line: DOMRect): DOMRect {
    let { left, top, right, bottom } = line;
    for (let one: Element | null = of; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue;
      const frame = one.getBoundingClientRect();
      [left, top] = [Math.max(left, frame.left), Math.max(top, frame.top)];
      [right, bottom] = [Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
