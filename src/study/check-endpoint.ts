import { addressProblem } from './endpoint-address.ts';
import { type FoundProblem, foundProblem } from './found-problem.ts';
import { groupOf, type WrittenGroup } from './written-study.ts';

/** Fields of a request that are made here. */
const OWN_FIELDS = ['model', 'messages', 'response_format', 'stream', 'n', 'tools'];

/** Problems of endpoints that their form does not show. No message repeats a value that may be a secret. */
export function checkEndpoints(study: WrittenGroup): FoundProblem[] {
  const annotators = groupOf(study['annotators']);
  return ['stance', 'translation'].flatMap((layer) =>
    checkEndpoint(groupOf(annotators[layer]), ['annotators', layer]),
  );
}

function checkEndpoint(endpoint: WrittenGroup, path: readonly string[]): FoundProblem[] {
  if (endpoint['kind'] !== 'endpoint') return [];
  const wrong = (key: string, problem: string, remedy: string): FoundProblem =>
    foundProblem({ path: [...path, ...key.split('.')] }, 'study/wrong-value', {
      field: `${path.join('.')}.${key}`,
      problem,
      remedy,
    });
  const problems: FoundProblem[] = [];
  const { url, keyVariable } = endpoint;
  const address = typeof url === 'string' && url !== '' ? addressProblem(url) : null;
  if (address !== null) problems.push(wrong('url', address.problem, address.remedy));
  if (typeof keyVariable === 'string' && !/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(keyVariable)) {
    const problem = 'this is no name of an environment variable';
    const remedy =
      'write a name such as OPENAI_API_KEY and put the key into that variable; a key that stood in a file is no secret any more';
    problems.push(wrong('keyVariable', problem, remedy));
  }
  if (endpoint['maxCost'] !== undefined && endpoint['price'] === undefined)
    problems.push(wrong('maxCost', 'no price is given', 'give the price of a million tokens under price'));
  for (const field of Object.keys(groupOf(endpoint['request'])).filter((name) => OWN_FIELDS.includes(name)))
    problems.push(wrong(`request.${field}`, 'this field is made by the program', 'remove it'));
  return problems;
}
