import type { Voice } from '../domain/mention.ts';
import {
  type MentionIndex,
  type MentionProfiles,
  type MentionSelection,
  NONE,
  type ProfileColumn,
  SELECTION_DIMENSIONS,
  type SelectionDimension,
} from '../domain/mention-selection.ts';
import { PERSONS } from './tally-selection.ts';
import { WANTED } from './wanted-rows.ts';

/** A profile that belongs to nothing that could be set beside the selection. */
export const APART = 128;

/** A mention outside the period, where its profile fits: the bit after those of the dimensions. */
export const OUT_OF_PERIOD = 64;

/** Who is protected, and which words count. */
export interface SelectionRules {
  /** Classes in which persons speak. */
  readonly privateClasses: ReadonlySet<string>;
  /** Sources that name no authors. */
  readonly unnamedSources: ReadonlySet<string>;
  readonly voices: readonly Voice[];
}

/** A selection as tables over the profiles of an index. */
export interface CompiledSelection {
  /** Rows of the target: its place among the targets. */
  readonly target: number;
  /** Profiles of the target, half-open. */
  readonly profiles: readonly [number, number];
  /** By profile: one bit for each dimension in which it is not in the selection; 0 = it is. */
  readonly fails: Uint8Array;
  /** By profile: {@link WANTED} and the flags of persons where it is in the selection; 0 = it is not. */
  readonly wanted: Uint8Array;
  /** Bits of the dimensions that the selection narrows. */
  readonly narrowed: number;
  /** Mentions, whatever their time. */
  readonly nMentions: number;
  readonly bins: readonly [number, number];
  readonly copies: MentionSelection['copies'];
  /** By profile: flags of those who are to be protected. */
  readonly persons: Uint8Array;
}

/** Prepares a selection for passes over the rows of an index. A target that nobody mentions has no rows. */
export function compileSelection(
  index: MentionIndex,
  selection: MentionSelection,
  rules: SelectionRules,
): CompiledSelection {
  const { profiles } = index;
  const target = index.targets.indexOf(selection.target);
  const fails = new Uint8Array(profiles.length).fill(APART);
  const narrowing = SELECTION_DIMENSIONS.flatMap((dimension, d) =>
    selection[dimension] === null
      ? []
      : [
          {
            fails: failsOf(profiles, dimension, selection[dimension]),
            codes: profiles[dimension].codes,
            bit: d,
          },
        ],
  );
  const { codes: targets } = profiles.target;
  const { codes: voices } = profiles.voice;
  const apart = Uint8Array.from(profiles.voice.values, (voice) =>
    isApart(voice, selection.voice, rules.voices) ? APART : 0,
  );
  const persons = personsOf(profiles, rules);
  const wanted = new Uint8Array(profiles.length);
  let narrowed = 0;
  let nMentions = 0;
  const end = targets.lastIndexOf(target) + 1;
  const start = end === 0 ? 0 : targets.indexOf(target);
  for (let p = start; p < end; p++) fails[p] = apart[voices[p] as number] as number;
  for (const { fails: failing, codes, bit } of narrowing)
    for (let p = start; p < end; p++)
      fails[p] = (fails[p] as number) | ((failing[codes[p] as number] as number) << bit);
  for (let p = start; p < end; p++) {
    const bits = fails[p] as number;
    if (bits >= APART) fails[p] = APART;
    else if (bits !== 0) narrowed |= bits;
    else {
      wanted[p] = WANTED | (persons[p] as number);
      nMentions += index.sizes[p] as number;
    }
  }
  const bins = selection.bins ?? ([0, index.nBins] as const);
  if (bins[0] > 0 || bins[1] < index.nBins) narrowed |= OUT_OF_PERIOD;
  const { copies } = selection;
  return { target, profiles: [start, end], fails, wanted, narrowed, nMentions, bins, copies, persons };
}

const PERSONS_OF = new WeakMap<MentionProfiles, { rules: SelectionRules; flags: Uint8Array }>();

/** Who stands behind each profile; found once for each index and rules. */
function personsOf(profiles: MentionProfiles, rules: SelectionRules): Uint8Array {
  const found = PERSONS_OF.get(profiles);
  if (found?.rules === rules) return found.flags;
  const isPrivate = profiles.class.values.map((value) => rules.privateClasses.has(value));
  const isUnnamed = profiles.source.values.map((value) => rules.unnamedSources.has(value));
  const flags = new Uint8Array(profiles.length);
  for (let p = 0; p < flags.length; p++) {
    if (isPrivate[profiles.class.codes[p] as number] !== true) continue;
    flags[p] = isUnnamed[profiles.source.codes[p] as number] === true ? PERSONS.unnamed : PERSONS.named;
  }
  PERSONS_OF.set(profiles, { rules, flags });
  return flags;
}

/** By value of a dimension: 1 = not wanted. */
function failsOf(
  profiles: MentionProfiles,
  dimension: SelectionDimension,
  wanted: string | null,
): Uint8Array {
  const isWanted = (value: string | readonly string[]): boolean => {
    if (wanted === null || typeof value === 'string') return wanted === null || value === wanted;
    return wanted === NONE ? value.length === 0 : value.includes(wanted);
  };
  const { values }: ProfileColumn<string | readonly string[]> = profiles[dimension];
  return Uint8Array.from(values, (value) => (isWanted(value) ? 0 : 1));
}

/** The voices that the study counts are a whole of their own: the others stand apart from it, each alone. */
function isApart(voice: Voice, wanted: Voice | null, counted: readonly Voice[]): boolean {
  return wanted !== null && !counted.includes(wanted) ? voice !== wanted : !counted.includes(voice);
}
