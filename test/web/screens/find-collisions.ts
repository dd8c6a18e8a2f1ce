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
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1 && !isScrolledAway(parent, box)) lines.push({ node, text, box });
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

  /** Out of sight in a part that scrolls, or below the bar that stays. */
  function isScrolledAway(of: Element, box: DOMRect): boolean {
    for (let one: Element | null = of; one !== null; one = one.parentElement) {
      if (getComputedStyle(one).overflow === 'visible') continue;
      const frame = one.getBoundingClientRect();
      if (box.right <= frame.left || box.left >= frame.right) return true;
      if (box.bottom <= frame.top || box.top >= frame.bottom) return true;
    }
    return false;
  }
}
