/** What a stub annotator answers to one mention. */
export function stubAnswer(
  mention: { readonly id: string; readonly text: string; readonly language: string },
  options: { readonly accuracy: number; readonly seed: string },
): { readonly id: string; readonly label: string; readonly [probability: string]: unknown };
