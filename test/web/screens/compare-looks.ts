import type { Page } from 'playwright-core';

/** Pixels of a side of the squares that two pictures are compared by. */
const SQUARE = 40;

/** A square has changed when its colour differs by so much in one of red, green and blue, of 255. */
const SEEN = 16;

/** How far two pictures of a page are apart. */
export interface LookDifference {
  /** Share of squares that look different. */
  readonly changed: number;
  /** Squares that hold anything, over those of the baseline. */
  readonly ink: number;
}

/**
 * Compares two pictures as one does from across a room: by the mean colour of squares of 40 pixels, each blurred with its
 * neighbours. Another font, another rendering of edges and a line that breaks elsewhere leave most squares as they were; a part that is
 * gone, moved or of another colour does not.
 * @param blank any page that is not the one compared: its canvas decodes the pictures
 */
export async function compareLooks(blank: Page, baseline: Buffer, now: Buffer): Promise<LookDifference> {
  const [a, b] = [await lookOf(blank, baseline), await lookOf(blank, now)];
  if (a.squares.length !== b.squares.length) return { changed: 1, ink: 0 };
  const changed = a.squares.filter((square, i) =>
    square.some((value, channel) => Math.abs(value - (b.squares[i]?.[channel] ?? 0)) > SEEN),
  ).length;
  return { changed: changed / a.squares.length, ink: b.inked / Math.max(1, a.inked) };
}

interface Look {
  readonly squares: readonly (readonly number[])[];
  readonly inked: number;
}

function lookOf(blank: Page, picture: Buffer): Promise<Look> {
  return blank.evaluate(readLook, { data: picture.toString('base64'), side: SQUARE });
}

/** Runs in the browser. */
async function readLook({ data, side }: { readonly data: string; readonly side: number }): Promise<Look> {
  const image = new Image();
  image.src = `data:image/webp;base64,${data}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  canvas.drawImage(image, 0, 0);
  const pixels = canvas.getImageData(0, 0, width, height).data;
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)];
  const sums = Array.from({ length: across * down }, () => [0, 0, 0, 0, 255, 0]);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sum = sums[Math.floor(y / side) * across + Math.floor(x / side)] as number[];
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) sum[channel]! += pixels[at + channel]!;
      sum[3]!++;
      const light = pixels[at]! + pixels[at + 1]! + pixels[at + 2]!;
      sum[4] = Math.min(sum[4]!, light / 3);
      sum[5] = Math.max(sum[5]!, light / 3);
    }
  const means = sums.map(([r = 0, g = 0, b = 0, n = 1]) => [r / n, g / n, b / n]);
  const squares = means.map((_, i) => {
    const [x, y] = [i % across, Math.floor(i / across)];
    const near = means.filter(
      (_, j) => Math.abs((j % across) - x) <= 1 && Math.abs(Math.floor(j / across) - y) <= 1,
    );
    return [0, 1, 2].map((channel) => near.reduce((sum, one) => sum + one[channel]!, 0) / near.length);
  });
  return { squares, inked: sums.filter((sum) => sum[5]! - sum[4]! > 60).length };
}
