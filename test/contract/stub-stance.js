// What the stub annotators of the tests answer: right for a share of the texts that state their stance by one word.
import { createHash } from 'node:crypto';

const LABELS = ['against', 'neither', 'favor'];
const STATED = [/lied|condemn/, /met|report/, /помог|praise/];

/** The answer follows from the first sentence and the seed alone: not from the id, nor from other requests. */
export function stubAnswer({ id, text, language }, { accuracy, seed }) {
  if (!/^(ru|zh|en)\b/.test(language)) return { id, label: 'abstain' };
  const [sentence] = text.split('.');
  const stated = STATED.findIndex((pattern) => pattern.test(sentence));
  const truth = stated < 0 ? 1 : stated;
  const draw = createHash('sha256').update(`${seed} ${sentence}`).digest().readUInt32BE(0) / 2 ** 32;
  const other = draw < accuracy + (1 - accuracy) / 2 ? 1 : 2;
  const label = draw < accuracy ? truth : (truth + other) % 3;
  return {
    id,
    label: LABELS[label],
    ...Object.fromEntries(LABELS.map((l, i) => [l, i === label ? 0.8 : 0.1])),
  };
}
