/** Cyrillic letters that look like Latin ones, or stand for them in addresses → the Latin ones. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...'аaеeоoрpсcуyхxіiкkмmтtнhвbѕsјjԁdгrиuпn'].flatMap((letter, i, all) =>
    i % 2 === 0 ? [[letter, all[i + 1] as string] as const] : [],
  ),
);
