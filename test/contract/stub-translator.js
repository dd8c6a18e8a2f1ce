// A translator for tests: reads {"id","text","language","to"} and writes {"id","translation"}, one JSON object a line, the last first.
//   --log <file>     adds every line that it was given to a file
//   --fault <name>   does something that no translator may do
//   --say <text>     gives this for every text
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { log: { type: 'string' }, fault: { type: 'string', default: 'none' }, say: { type: 'string' } },
});
/** Letters in other places, so that the words are others and their length is the same. */
const turned = (text) => [...text].reverse().join('');
const line = (value) => `${JSON.stringify(value)}\n`;

const FAULTS = {
  none: (answers) => answers.map(line),
  'too-few': (answers) => answers.slice(1).map(line),
  'too-many': (answers) => [line({ id: 'more', translation: 'more' }), ...answers.map(line)],
  twice: ([first]) => [line(first), line(first)],
  nothing: (answers) => answers.map(({ id }) => line({ id, translation: '' })),
  refuses: (answers) => answers.map(({ id }) => line({ id, translation: null })),
  'no-text': (answers) => answers.map(({ id }) => line({ id, translation: 7 })),
  garbage: () => ['Sure! Here it is\n'],
  hang: () => [],
};

function respond(lines) {
  if (values.log !== undefined) appendFileSync(values.log, lines.map((one) => `${one}\n`).join(''));
  if (values.fault === 'crash') process.exit(3);
  const answers = lines
    .map((one) => JSON.parse(one))
    .map(({ id, text }) => ({ id, translation: values.say ?? turned(text) }));
  process.stdout.write((FAULTS[values.fault] ?? FAULTS.none)(answers.reverse()).join(''));
  if (values.fault === 'too-few') process.stdin.destroy();
}

let rest = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = `${rest}${chunk}`.split('\n');
  rest = lines.pop() ?? '';
  if (lines.length > 0) respond(lines);
});
