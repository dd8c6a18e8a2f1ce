import type { SeedGrammar } from './seed-grammar.ts';
import type { SeedRow } from './seed-sentences.ts';

type Label = SeedRow['label'];

/** A text with `{T}` for the target and `{O}` for the other, and the stance toward each; null = not used. */
interface Composed {
  readonly kind: string;
  readonly text: string;
  readonly toTarget: Label;
  readonly toOther: Label | null;
}

/** Rows from a grammar: each composed text once, its targets taken in turn. */
export function composedRows(grammar: SeedGrammar): SeedRow[] {
  const rows: SeedRow[] = [];
  const { targets, language } = grammar;
  composed(grammar).forEach(({ kind, text, toTarget, toOther }, k) => {
    const names = [targets[k % targets.length], targets[(k * 3 + 1) % targets.length]] as [string, string];
    if (names[0] === names[1]) names[1] = targets[(k + 1) % targets.length] as string;
    for (const [mark, name, label] of [
      ['{T}', names[0], toTarget],
      ['{O}', names[1], toOther],
    ] as const) {
      if (label === null) continue;
      const fill = (part: string): string => part.replaceAll('{T}', names[0]).replaceAll('{O}', names[1]);
      const start = fill(text.slice(0, text.indexOf(mark))).length;
      const id = `seed-${language}-${kind}-${String(rows.length).padStart(5, '0')}`;
      const span = [start, start + name.length] as const;
      const base = { id, group: `seed-${text}`, language, domain: 'posts' as const, targetKind: null };
      rows.push({ ...base, text: fill(text), target: name, span, label });
    }
  });
  return rows;
}

function composed(g: SeedGrammar): Composed[] {
  return [
    ...plain(g),
    ...pairs(g),
    ...turns(g),
    ...notButs(g),
    ...rejected(g),
    ...comparisons(g),
    ...elsewhere(g),
    ...long(g),
  ];
}

function plain({ space, ...g }: SeedGrammar): Composed[] {
  const one = (kind: string, label: Label, parts: readonly string[]): Composed[] =>
    parts.map((part) => ({ kind, text: `{T}${space}${part}`, toTarget: label, toOther: null }));
  return (['favor', 'against', 'neither'] as const).flatMap((label) => [
    ...one('plain', label, g[label]),
    ...one('denied', label, g.denied[label]),
    ...(label === 'neither' ? [] : one('emoji', label, g.emoji[label])),
  ]);
}

/** Two targets, one well and one badly spoken of, in both orders; or one spoken of and one only reported on. */
function pairs(g: SeedGrammar): Composed[] {
  const good = [...g.favor, ...g.denied.favor];
  const bad = [...g.against, ...g.denied.against];
  const join = (k: number): string => g.joins[k % g.joins.length] as string;
  const text = (k: number, first: string, second: string): string =>
    `{T}${g.space}${first}${join(k)}{O}${g.space}${second}`;
  return good.flatMap((favor, i) =>
    [0, 1, 2, 3].flatMap((step): Composed[] => {
      const k = i * 4 + step;
      const against = bad[(i * 5 + step * 7) % bad.length] as string;
      const fact = g.neither[k % g.neither.length] as string;
      return [
        { kind: 'pair', text: text(k, favor, against), toTarget: 'favor', toOther: 'against' },
        { kind: 'pair', text: text(k + 1, against, favor), toTarget: 'against', toOther: 'favor' },
        ...(step === 0
          ? ([
              { kind: 'fact', text: text(k, favor, fact), toTarget: 'favor', toOther: 'neither' },
              { kind: 'fact', text: text(k + 2, fact, against), toTarget: 'neither', toOther: 'against' },
            ] as const)
          : []),
      ];
    }),
  );
}

/** One target, two clauses: the second is what counts. */
function turns(g: SeedGrammar): Composed[] {
  return g.favor.flatMap((favor, i) =>
    g.turns.flatMap((turn, k): Composed[] => {
      const against = g.against[(i * 4 + k * 3) % g.against.length] as string;
      return [
        { kind: 'turn', text: `{T}${g.space}${favor}${turn}${against}`, toTarget: 'against', toOther: null },
        { kind: 'turn', text: `{T}${g.space}${against}${turn}${favor}`, toTarget: 'favor', toOther: null },
      ];
    }),
  );
}

function notButs(g: SeedGrammar): Composed[] {
  const fill = (frame: string, no: string, yes: string): string =>
    frame.replace('{N}', no).replace('{Y}', yes);
  return g.notButs.flatMap((frame, f) =>
    g.nouns.favor.flatMap((favor, i): Composed[] => {
      const against = g.nouns.against[(i + f * 2) % g.nouns.against.length] as string;
      return [
        { kind: 'not-but', text: fill(frame, against, favor), toTarget: 'favor', toOther: null },
        { kind: 'not-but', text: fill(frame, favor, against), toTarget: 'against', toOther: null },
      ];
    }),
  );
}

/** What others say of the target, and the author's word against it. */
function rejected(g: SeedGrammar): Composed[] {
  const fill = (frame: string, no: string, yes: string): string =>
    frame.replace('{N}', no).replace('{Y}', yes);
  return g.rejected.flatMap((frame, f) =>
    g.favor.flatMap((favor, i): Composed[] => {
      const against = g.against[(i * 2 + f * 3) % g.against.length] as string;
      return [
        { kind: 'rejected', text: fill(frame, against, favor), toTarget: 'favor', toOther: null },
        { kind: 'rejected', text: fill(frame, favor, against), toTarget: 'against', toOther: null },
      ];
    }),
  );
}

function comparisons(g: SeedGrammar): Composed[] {
  return g.comparisons.flatMap((frame) =>
    ['', ...g.favor.slice(0, 5)].map((_, k): Composed => {
      const text = frame.replace('{B}', '{T}').replace('{W}', '{O}');
      const ends = ['', '!', '.', '...', ' 🙂', '!!'];
      return { kind: 'compare', text: `${text}${ends[k]}`, toTarget: 'favor', toOther: 'against' };
    }),
  );
}

/** Anger or joy about something else beside a fact about the target. */
function elsewhere(g: SeedGrammar): Composed[] {
  return g.elsewhere.flatMap((feeling, i) =>
    g.neither.flatMap((fact, k): Composed[] => {
      const clause = `{T}${g.space}${fact}`;
      const stop = g.space === '' ? '。' : '. ';
      const text = (i + k) % 2 === 0 ? `${feeling}${stop}${clause}` : `${clause}${stop}${feeling}`;
      return [{ kind: 'elsewhere', text, toTarget: 'neither', toOther: null }];
    }),
  );
}

/** One clause about the target among sentences about nothing in particular. */
function long(g: SeedGrammar): Composed[] {
  const stop = g.space === '' ? '。' : '. ';
  const filler = (k: number): string => g.fillers[k % g.fillers.length] as string;
  const around = (clause: string, k: number): string =>
    [filler(k), filler(k * 3 + 1), clause, filler(k + 2), filler(k * 5 + 3)].join(stop);
  return (['favor', 'against', 'neither'] as const).flatMap((label) =>
    [...g[label], ...g.denied[label]].map((part, k): Composed => {
      const text = around(`{T}${g.space}${part}`, k);
      return { kind: 'long', text, toTarget: label, toOther: null };
    }),
  );
}
