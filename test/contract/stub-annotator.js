// An annotator for tests: reads requests and writes answers, one JSON object a line, the last of a chunk first.
//   --accuracy 0.8 --seed 1   right for this share of the texts that state their stance by one word
//   --fault <name>            does something that no annotator may do
//   --log <file>              adds the number of requests of each chunk to a file
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stubAnswer } from './stub-stance.js';

const { values } = parseArgs({
  options: {
    accuracy: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    fault: { type: 'string', default: 'none' },
    log: { type: 'string' },
  },
});
const answer = (request) => stubAnswer(request, { accuracy: Number(values.accuracy), seed: values.seed });
const line = (value) => `${JSON.stringify(value)}\n`;

const FAULTS = {
  none: (answers) => answers.map(line),
  'wrong-label': ([first, ...others]) => [...others.map(line), line({ ...first, label: 'positive' })],
  'bad-sum': ([first, ...others]) => [...others.map(line), line({ ...first, favor: 0.9, neither: 0.9 })],
  percent: ([first]) => [line({ ...first, against: 10, neither: 10, favor: 80 })],
  'no-probabilities': ([{ id, label }]) => [line({ id, label })],
  'too-few': (answers) => answers.slice(1).map(line),
  twice: ([first]) => [line(first), line(first)],
  'unknown-id': ([first]) => [line({ ...first, id: 'elsewhere' })],
  'no-id': ([{ id: _, ...first }]) => [line(first)],
  garbage: () => ['Sure! Here is the stance: \u001b[31mfavor\u001b[0m\n'],
  'a-list': (answers) => [line(answers)],
  endless: () => ['x'.repeat(1_500_000)],
  hang: () => [],
};

function respond(requests) {
  if (values.log !== undefined) appendFileSync(values.log, `${requests.length}\n`);
  if (values.fault === 'nothing') process.exit(0);
  if (
    values.fault === 'crash' ||
    requests.some((one) => values.fault === 'poison' && /poison/.test(one.text))
  ) {
    process.stderr.write('Traceback:\u001b[31m\n  out of memory\n');
    process.exitCode = 3;
    process.stdin.destroy();
    return;
  }
  const write = FAULTS[values.fault] ?? FAULTS.none;
  process.stdout.write(write(requests.map(answer).reverse()).join(''));
}

let rest = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = `${rest}${chunk}`.split('\n');
  rest = lines.pop() ?? '';
  if (lines.length > 0) respond(lines.map((one) => JSON.parse(one)));
});
